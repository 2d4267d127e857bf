import { Button, Title } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { Problem } from "../api/problem";
import { tellTabs } from "../api/session";
import { closeBeside, isBeside, signInPath } from "../api/signIn";
import { EmergencyNumbers } from "../kit/EmergencyNumbers";
import { LinkButton } from "../kit/LinkButton";
import { serverNow, useNow } from "../kit/now";
import { Mark } from "../kit/Mark";
import { Failed } from "../kit/Waiting";
import { useMe } from "../api/me";
import { useTitle } from "../kit/useTitle";
import { useWords } from "../words/useWords";
import classes from "./Message.module.css";

/** In s. */
const DAY = 86_400;

function Message({ title, children }: { title: string; children: ReactNode }) {
  useTitle(title);
  return (
    <div className={classes.message}>
      <Title order={1} fz={26}>
        {title}
      </Title>
      {children}
    </div>
  );
}

export function NotFound() {
  const { t } = useWords();
  return (
    <Message title={t("app.missing.title")}>
      <p>{t("app.problem.missing")}</p>
      <LinkButton to="/">{t("app.missing.home")}</LinkButton>
    </Message>
  );
}

/** A part of the pages that could not be loaded, or that broke, stays so however often it is shown: only a new page mends that. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useWords();
  return (
    <Message title={t("app.error.title")}>
      <Failed error={error} retry={error instanceof Problem ? reset : () => location.reload()} />
    </Message>
  );
}

export function NoPlace() {
  const { t } = useWords();
  const name = useMe()?.username ?? "";
  return (
    <Message title={t("app.noplace.title")}>
      <p>{t("app.noplace.why", { name })}</p>
    </Message>
  );
}

/** Where signing in again ends: the page with the work is another one, and goes on by itself. */
export function SignedIn() {
  const { t } = useWords();
  useEffect(() => {
    tellTabs();
    closeBeside();
  }, []);
  return (
    <Message title={t("app.signedin.title")}>
      <p>{t("app.signedin.why")}</p>
      <LinkButton to="/" variant="default">
        {t("app.signedin.home")}
      </LinkButton>
    </Message>
  );
}

/** Not even who is signed in can be told: what is left is the telephone. */
export function Unavailable({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useWords();
  return (
    <main className={classes.alone}>
      <Mark size={36} />
      <Message title={t("app.unavailable.title")}>
        <Failed error={error} retry={retry} />
        <EmergencyNumbers />
      </Message>
    </main>
  );
}

/** Nobody sees or sends what their predecessor typed. */
export function OtherPerson({ name }: { name: string }) {
  const { t } = useWords();
  return (
    <main className={classes.alone}>
      <Mark size={36} />
      <Message title={t("app.other.title")}>
        <p>{t("app.other.why", { name })}</p>
        <Button onClick={() => location.reload()}>{t("app.other.on")}</Button>
      </Message>
    </main>
  );
}

/** Asked to sign in at once again, a browser would go round in circles. */
export function SignInFailed() {
  const { t, problem } = useWords();
  const busy = useBusy();
  return (
    <main className={classes.alone}>
      <Mark size={36} />
      <Message title={t(busy ? "app.signin.busy.title" : "app.signin.failed.title")}>
        <p>{busy ? problem(busy) : t("app.signin.failed.why")}</p>
        <Button component="a" href={signInPath(isBeside() ? "/signed-in" : "/")}>
          {t("app.signin.again")}
        </Button>
        <EmergencyNumbers />
      </Message>
    </main>
  );
}

/** That too many have tried from here, as the address says it, and until when. */
function useBusy(): Problem | null {
  useNow(); // the time comes
  const [busy] = useState(() => {
    const asked = new URLSearchParams(location.search);
    const wait = Number(asked.get("wait") ?? "");
    if (asked.get("signin") !== "busy" || !(wait >= 0 && wait <= DAY)) return null;
    return new Problem({ status: 429, type: "too-many-requests", retryAt: serverNow() + wait * 1000 });
  });
  return busy;
}
