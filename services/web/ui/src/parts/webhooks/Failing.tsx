import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useWebhookCommand, type Webhook, webhookCommands } from "../../api/webhooks";
import { serverNow, useNow } from "../../kit/now";
import { ms } from "../../words/time";
import { useWords } from "../../words/useWords";
import { answerOf } from "./standing";
import classes from "./Detail.module.css";

/** What is wrong, when it is tried next, what waits, until when, and whether it is urgent: in this order. */
export function Failing({ id, health }: Webhook) {
  const say = useWords();
  const { t, at, since, duration, problem } = say;
  const now = Math.max(useNow(), serverNow());
  const retry = useWebhookCommand(webhookCommands.retry);
  const { failingSince, lastAttempt: last, nextTryAt, waiting, givesUpAt, urgentWaiting } = health;
  if (health.state !== "FAILING" || !failingSince) return null;
  const answers = last?.status !== null && last?.status !== undefined;
  return (
    <section className={classes.failing} aria-labelledby="failing">
      <IconAlertTriangle size={20} stroke={1.9} aria-hidden />
      <div>
        <h3 id="failing">{t("webhooks.down", { at: say.from(failingSince, now), length: since(failingSince, now) })}</h3>
        <ul>
          {last && <li>{t(answers ? "webhooks.down.answer" : "webhooks.down.silent", { answer: answerOf(last, say) })}</li>}
          {nextTryAt && (
            <li>
              {ms(nextTryAt) > now
                ? t("webhooks.down.next", { at: at(nextTryAt, now), length: duration(Math.max(60_000, ms(nextTryAt) - now)) })
                : t("webhooks.down.now")}{" "}
              {t(urgentWaiting ? "webhooks.down.pauses.urgent" : "webhooks.down.pauses")}
            </li>
          )}
          <li>{t("webhooks.down.order", { n: waiting })}</li>
          {givesUpAt && <li>{t("webhooks.down.giveup", { at: at(givesUpAt, now) })}</li>}
          {urgentWaiting && <li className={classes.urgent}>{t("webhooks.down.urgent")}</li>}
        </ul>
        <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
          {t("webhooks.retry")}
        </Button>
        {retry.isError && <p role="alert">{problem(retry.error)}</p>}
      </div>
    </section>
  );
}
