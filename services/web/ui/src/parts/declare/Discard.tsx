import { Button } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import classes from "./Discard.module.css";

/** Throws away what was typed, after asking: it is nowhere else. */
export function Discard({ discard }: { discard: () => void }) {
  const { t } = useWords();
  const [sure, ask] = useState(false);
  if (!sure) {
    return (
      <Button variant="subtle" size="compact-sm" onClick={() => ask(true)}>
        {t("declare.form.discard")}
      </Button>
    );
  }
  return (
    <span className={classes.discard} role="group" aria-label={t("declare.form.discard.sure")}>
      {t("declare.form.discard.sure")}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          ask(false);
          discard();
        }}
      >
        {t("declare.form.discard")}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => ask(false)} autoFocus>
        {t("declare.form.discard.no")}
      </Button>
    </span>
  );
}
