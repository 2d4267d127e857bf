import { IconAlertTriangle, IconCheck, IconWifiOff } from "@tabler/icons-react";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import { Discard } from "./Discard";
import classes from "./SaveState.module.css";
import type { Form } from "./useForm";

interface SaveStateProps {
  form: Form;
  online: boolean;
}

/** Where what was typed is, always in sight: on this device, or on this page alone. */
export function SaveState({ form, online }: SaveStateProps) {
  const { t, at } = useWords();
  const now = useNow();
  const icon = { size: 18, stroke: 2.2, "aria-hidden": true } as const;
  if (online && !form.kept) return <div role="status" />;
  return (
    <div className={classes.strip} data-warns={!online || form.unsafe || undefined}>
      <span role="status" className={classes.said}>
        {!online && (
          <span className={classes.off}>
            <IconWifiOff {...icon} />
            <b>{t("declare.form.offline")}</b>
          </span>
        )}
        {form.unsafe ? (
          <span className={classes.off}>
            <IconAlertTriangle {...icon} />
            <b>{t("declare.form.unsafe")}</b>
          </span>
        ) : (
          form.kept && (
            <span className={classes.saved}>
              <IconCheck {...icon} />
              {t("declare.form.saved", { at: at(form.draft.savedAt, now) })}
            </span>
          )
        )}
      </span>
      {form.kept && <Discard discard={form.discard} />}
    </div>
  );
}
