import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconLogin2 } from "@tabler/icons-react";
import { meQuery } from "../api/me";
import { signInPath, useSignedOut } from "../api/session";
import { useWords } from "../words/useWords";
import classes from "./SignedOutNotice.module.css";

/** The session has ended while somebody was at work: nothing typed is lost, signing in happens beside it. */
export function SignedOutNotice() {
  const { t } = useWords();
  const signedOut = useSignedOut();
  // Signing in happens in another tab: whoever it is again, the notice goes.
  useQuery({ ...meQuery, refetchInterval: signedOut ? 5_000 : false });
  if (!signedOut) return null;
  return (
    <div className={classes.notice} role="alert">
      <p>
        <b>{t("app.signedout.title")}</b> {t("app.signedout.why")}
      </p>
      <Button
        component="a"
        href={signInPath("/signed-in")}
        target="_blank"
        variant="default"
        leftSection={<IconLogin2 size={18} stroke={1.8} aria-hidden />}
      >
        {t("app.signedout.again")}
      </Button>
    </div>
  );
}
