import { Switch } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "../../kit/Dialog";
import { preferences, usePreferences } from "../../kit/preferences";
import { useWords } from "../../words/useWords";
import { chime, mayNotify } from "./signals";
import classes from "../act/Form.module.css";

/** What makes a sign when a case arrives, and whether single keys act. Kept on this device. */
export default function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { keys, sound, notify } = usePreferences();
  const [refused, refuse] = useState(false);
  const onNotify = async (on: boolean) => {
    const allowed = on && (await mayNotify());
    refuse(on && !allowed);
    preferences.set({ notify: allowed });
  };
  return (
    <Dialog title={t("app.preferences")} size={480} onClose={onClose}>
      <div className={classes.form}>
        <Switch
          label={t("app.preferences.sound")}
          checked={sound}
          onChange={(event) => {
            preferences.set({ sound: event.currentTarget.checked });
            if (event.currentTarget.checked) chime();
          }}
        />
        <Switch
          label={t("app.preferences.notify")}
          description={t("app.preferences.notify.hint")}
          checked={notify}
          error={refused ? t("app.preferences.notify.refused") : undefined}
          onChange={(event) => void onNotify(event.currentTarget.checked)}
        />
        <Switch
          label={t("app.preferences.keys")}
          description={t("app.preferences.keys.hint")}
          checked={keys}
          onChange={(event) => preferences.set({ keys: event.currentTarget.checked })}
        />
      </div>
    </Dialog>
  );
}
