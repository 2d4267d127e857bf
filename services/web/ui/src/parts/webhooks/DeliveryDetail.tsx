import { Button } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { type Delivery, useDelivery, useWebhookCommand, webhookCommands } from "../../api/webhooks";
import { CopyLabel } from "../../kit/CopyLabel";
import { Loaded } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import { answerOf, failed, secondsOf, tookOf } from "./standing";
import { useRefusal } from "./useRefusal";
import classes from "./DeliveryDetail.module.css";

const pretty = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

/** One delivery from both ends: what was tried and when, what was sent. */
export function DeliveryDetail({ delivery }: { delivery: Delivery }) {
  const say = useWords();
  const { t, day } = say;
  const refusal = useRefusal();
  const whole = useDelivery(delivery.id);
  const replay = useWebhookCommand(webhookCommands.replayOne);
  const { state, attempts } = delivery;
  return (
    <div className={classes.detail}>
      <section>
        <h3>{t("webhooks.attempts")}</h3>
        {attempts.length === 0 && state !== "WAITING" && <p className={classes.note}>{t("webhooks.attempts.none")}</p>}
        {state === "WAITING" && <p className={classes.note}>{t("webhooks.waits.why", { n: delivery.waitsFor ?? 0 })}</p>}
        {state === "EXHAUSTED" && <p className={classes.note}>{t("webhooks.exhausted.why")}</p>}
        <ol className={classes.attempts}>
          {attempts.map((it) => (
            <li key={it.at}>
              <span title={day(it.at, it.at)}>{secondsOf(it.at)}</span>
              <span data-bad={failed(it) || undefined}>{answerOf(it, say)}</span>
              <span>{tookOf(it.durationMs, say)}</span>
            </li>
          ))}
        </ol>
        {(state === "DELIVERED" || state === "EXHAUSTED") && (
          <Button
            size="xs"
            variant="default"
            mt={9}
            leftSection={<IconRestore size={15} stroke={1.8} />}
            loading={replay.isPending}
            onClick={() => replay.mutate(delivery)}
          >
            {t("webhooks.replay.one")}
          </Button>
        )}
        <div role="status">
          {replay.isSuccess && <p className={classes.note}>{t("webhooks.replay.sent")}</p>}
          {replay.isError && (
            <p className={classes.note} data-bad>
              {refusal(replay.error)}
            </p>
          )}
        </div>
      </section>
      <section>
        <h3>{t("webhooks.headers")}</h3>
        <dl className={classes.headers}>
          <div>
            <dt>webhook-id</dt>
            <dd>{delivery.id}</dd>
          </div>
        </dl>
        <p className={classes.note}>{t("webhooks.headers.why")}</p>
        <h3>{t("webhooks.body")}</h3>
        <Loaded query={whole}>
          {({ body }) => (
            <>
              <pre tabIndex={0} aria-label={t("webhooks.body")}>
                {pretty(body ?? "")}
              </pre>
              <CopyLabel text={body ?? ""} label={t("webhooks.body.copy")} size="xs" variant="subtle" mt={6} />
            </>
          )}
        </Loaded>
      </section>
    </div>
  );
}
