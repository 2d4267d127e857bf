import { Button } from "@mantine/core";
import { useState } from "react";
import { Problem } from "../../api/problem";
import { useReplayCount, useWebhookCommand, type Webhook, webhookCommands } from "../../api/webhooks";
import { Dialog } from "../../kit/Dialog";
import { serverNow } from "../../kit/now";
import { Send } from "../../kit/Send";
import { ms } from "../../words/time";
import { useWords } from "../../words/useWords";
import { WhenField } from "../act/WhenField";
import { useRefusal } from "./useRefusal";
import classes from "./EndpointForm.module.css";

const AN_HOUR = 3_600_000;

/** Sends again what was laid down in a span of time; says first how much, and that the receiver can tell it apart. */
export function ReplaySince({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useWords();
  const refusal = useRefusal();
  const [from, setFrom] = useState(() => new Date(serverNow() - AN_HOUR).toISOString());
  const [to, setTo] = useState(() => new Date(serverNow()).toISOString());
  const turned = !!from && !!to && ms(from) >= ms(to);
  const span = from && to && !turned ? { from, to } : null;
  const count = useReplayCount(webhook.id, span);
  const replay = useWebhookCommand(webhookCommands.replay);
  const n = span ? count.data?.deliveries : undefined;
  const tooMany = count.error instanceof Problem && count.error.status === 422;
  return (
    <Dialog
      title={t("webhooks.replay.title")}
      onClose={onClose}
      foot={
        <>
          {replay.isError && (
            <p className={classes.failed} role="alert">
              {refusal(replay.error)}
            </p>
          )}
          <div className={classes.buttons}>
            <Button variant="default" onClick={onClose}>
              {t(replay.isSuccess ? "webhooks.close" : "webhooks.cancel")}
            </Button>
            {!replay.isSuccess && (
              <Send
                locked={n ? undefined : "replay-count"}
                loading={replay.isPending}
                onClick={() => span && replay.mutate({ id: webhook.id, ...span })}
              >
                {n ? t("webhooks.replay.do", { n }) : t("webhooks.replay.do.none")}
              </Send>
            )}
          </div>
        </>
      }
    >
      <div className={classes.form}>
        <WhenField label={t("webhooks.replay.from")} value={from} onChange={setFrom} />
        <WhenField label={t("webhooks.replay.to")} value={to} onChange={setTo} error={turned ? t("webhooks.replay.turned") : undefined} />
      </div>
      <p id="replay-count" className={classes.count} role="status">
        {replay.data
          ? t("webhooks.replay.done", { n: replay.data.deliveries })
          : n !== undefined
            ? t(n === 0 ? "webhooks.replay.none" : "webhooks.replay.note", { n })
            : tooMany
              ? t("webhooks.replay.many")
              : count.isError && span
                ? refusal(count.error)
                : span
                  ? t("webhooks.replay.counting")
                  : t("webhooks.replay.span")}
      </p>
    </Dialog>
  );
}
