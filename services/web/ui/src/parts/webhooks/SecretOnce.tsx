import { Button, Checkbox, Modal } from "@mantine/core";
import { useState } from "react";
import type { Webhook } from "../../api/webhooks";
import { CopyLabel } from "../../kit/CopyLabel";
import { useNow } from "../../kit/now";
import { Send } from "../../kit/Send";
import { DialogSessionNotice } from "../../kit/SessionNotice";
import { useWords } from "../../words/useWords";
import classes from "./SecretOnce.module.css";

/** An endpoint with the secret that was just made for it, and what made it. */
export interface Shown {
  webhook: Webhook;
  secret: string;
  by: "create" | "rotate" | "move";
}

/** The only moment that the secret is seen: it closes when a person says that it is kept, not by a slip of the mouse. */
export function SecretOnce({ webhook, secret, by, onClose }: Shown & { onClose: () => void }) {
  const { t, at } = useWords();
  const now = useNow();
  const [kept, setKept] = useState(false);
  const until = webhook.secrets[1]?.until;
  return (
    <Modal.Root
      opened
      onClose={() => undefined}
      closeOnClickOutside={false}
      closeOnEscape={false}
      centered
      size={560}
      padding={24}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <DialogSessionNotice />
        <Modal.Body pt={24}>
          <Modal.Title className={classes.title ?? ""} tabIndex={-1} data-autofocus>
            {t("webhooks.once")}
          </Modal.Title>
          <p className={classes.lead}>{t("webhooks.once.why")}</p>
          <div className={classes.secret}>
            <code tabIndex={0}>{secret}</code>
            <CopyLabel text={secret} label={t("kit.copy")} variant="filled" />
          </div>
          <ol className={classes.steps}>
            <li>{t("webhooks.once.give", { name: webhook.description })}</li>
            <li>{t(`webhooks.once.${by}`)}</li>
            {by === "rotate" && until && <li>{t("webhooks.once.until", { at: at(until, now) })}</li>}
          </ol>
          <Checkbox checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} label={t("webhooks.once.kept")} />
          <div className={classes.end}>
            {kept ? (
              <Button onClick={onClose}>{t("webhooks.once.done")}</Button>
            ) : (
              <Send onClick={onClose} locked="not-kept">
                {t("webhooks.once.done")}
              </Send>
            )}
          </div>
          {!kept && (
            <p id="not-kept" className={classes.why}>
              {t("webhooks.once.tick")}
            </p>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
