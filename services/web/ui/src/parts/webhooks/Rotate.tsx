import { useWebhookCommand, type Webhook, webhookCommands } from "../../api/webhooks";
import { useWords } from "../../words/useWords";
import { Confirm } from "./Confirm";
import type { Shown } from "./SecretOnce";

interface RotateProps {
  webhook: Webhook;
  onClose: () => void;
  onSecret: (shown: Shown) => void;
}

/** A new secret; for a while both sign. */
export function Rotate({ webhook, onClose, onSecret }: RotateProps) {
  const { t } = useWords();
  const rotate = useWebhookCommand(webhookCommands.rotate);
  const act = () =>
    rotate.mutate(webhook, {
      onSuccess: (after) => {
        onClose();
        if (after.secret) onSecret({ webhook: after, secret: after.secret, by: "rotate" });
      },
    });
  return (
    <Confirm
      title={t("webhooks.rotate.title")}
      act={t("webhooks.rotate.act")}
      onAct={act}
      acting={rotate.isPending}
      error={rotate.error}
      onClose={onClose}
    >
      <p>{t("webhooks.rotate.what", { name: webhook.description })}</p>
    </Confirm>
  );
}
