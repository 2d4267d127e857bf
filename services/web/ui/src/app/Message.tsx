import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import { LinkButton } from "../kit/LinkButton";
import { Failed } from "../kit/Waiting";
import { useMe } from "../api/me";
import { useTitle } from "../kit/useTitle";
import { useWords } from "../words/useWords";
import classes from "./Message.module.css";

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

export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useWords();
  return (
    <Message title={t("app.error.title")}>
      <Failed error={error} retry={reset} />
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

/** Where signing in again ends: the tab with the work is the other one. */
export function SignedIn() {
  const { t } = useWords();
  return (
    <Message title={t("app.signedin.title")}>
      <p>{t("app.signedin.why")}</p>
      <LinkButton to="/" variant="default">
        {t("app.signedin.home")}
      </LinkButton>
    </Message>
  );
}
