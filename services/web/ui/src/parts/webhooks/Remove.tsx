import { useWebhookCommand, type Webhook, webhookCommands } from "../../api/webhooks";
import { useWords } from "../../words/useWords";
import { Confirm } from "./Confirm";

/** Takes an endpoint away; says what it will not get any more. */
export function Remove({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useWords();
  const remove = useWebhookCommand(webhookCommands.remove);
  return (
    <Confirm
      title={t("webhooks.remove.title", { name: webhook.description })}
      act={t("webhooks.remove.act")}
      dangerous
      onAct={() => remove.mutate(webhook, { onSuccess: onClose })}
      acting={remove.isPending}
      error={remove.error}
      onClose={onClose}
    >
      <p>{t("webhooks.remove.what", { n: webhook.health.waiting + webhook.health.exhausted })}</p>
      <p>{t("webhooks.remove.log")}</p>
    </Confirm>
  );
}
