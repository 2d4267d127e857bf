import { Button, SegmentedControl } from "@mantine/core";
import {
  IconAlertTriangle,
  IconChevronRight,
  IconCircleCheck,
  IconCircleOff,
  IconClock,
  IconClockPause,
  IconRefresh,
  IconRestore,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { DELIVERY_STATUSES, type Delivery, type DeliveryStatus, useDeliveries, type Webhook } from "../../api/webhooks";
import { useNow } from "../../kit/now";
import { Failed, Loading } from "../../kit/Waiting";
import { daysBetween } from "../../words/time";
import { useWords } from "../../words/useWords";
import { DeliveryDetail } from "./DeliveryDetail";
import { ReplaySince } from "./ReplaySince";
import { answerOf, loudnessOf, secondsOf, tookOf } from "./standing";
import classes from "./DeliveryLog.module.css";

const ICON = {
  DUE: IconClock,
  RETRYING: IconRefresh,
  WAITING: IconClockPause,
  DELIVERED: IconCircleCheck,
  EXHAUSTED: IconAlertTriangle,
  ENDED: IconCircleOff,
};

function Line({ delivery, open, onToggle }: { delivery: Delivery; open: boolean; onToggle: () => void }) {
  const say = useWords();
  const { t, clock, day } = say;
  const { state, attempts, nextAttemptAt, waitsFor, tries, createdAt } = delivery;
  const Icon = ICON[state];
  const last = attempts.at(-1);
  const word = state === "RETRYING" && !nextAttemptAt ? "RETRYING.unknown" : state;
  return (
    <li className={classes.entry} data-open={open || undefined}>
      <button type="button" className={classes.row} aria-expanded={open} onClick={onToggle}>
        <IconChevronRight size={15} stroke={2} className={classes.chevron} aria-hidden />
        <time className={classes.time} dateTime={createdAt} title={day(createdAt, createdAt)}>
          {secondsOf(createdAt)}
        </time>
        <span className={classes.outcome} data-loudness={loudnessOf(delivery)}>
          <Icon size={15} stroke={1.9} aria-hidden />
          {t(`webhooks.state.${word}`, { n: waitsFor ?? 0, at: nextAttemptAt ? clock(nextAttemptAt) : "" })}
        </span>
        <span className={`mono ${classes.event}`}>{delivery.type}</span>
        <span className={classes.case}>
          <span className="mono">{delivery.caseReference}</span> <span>{t("webhooks.sequence", { n: delivery.sequence })}</span>
        </span>
        <span className={classes.tries}>{tries > 0 && t("webhooks.tries", { n: tries })}</span>
        <span className={classes.code}>{last && answerOf(last, say)}</span>
        <span className={classes.ms}>{last && tookOf(last.durationMs, say)}</span>
      </button>
      {open && <DeliveryDetail delivery={delivery} />}
    </li>
  );
}

/** What was laid down for an endpoint, newest first, with the days as heads. */
export function DeliveryLog({ webhook, status }: { webhook: Webhook; status: DeliveryStatus | undefined }) {
  const { t, day } = useWords();
  const now = useNow();
  const navigate = useNavigate({ from: "/webhooks" });
  const [open, setOpen] = useState<string | null>(null);
  const [replaying, setReplaying] = useState(false);
  const log = useDeliveries(webhook.id, status);
  const lines = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.block} aria-labelledby="log">
      <div className={classes.head}>
        <div>
          <h2 id="log">{t("webhooks.log")}</h2>
          <p>{t("webhooks.log.note")}</p>
        </div>
        <div className={classes.aside}>
          <SegmentedControl
            size="xs"
            aria-label={t("webhooks.filter")}
            value={status ?? "all"}
            onChange={(to) =>
              void navigate({
                search: { endpoint: webhook.id, ...(to !== "all" && { status: to }) },
                replace: true,
                resetScroll: false,
              })
            }
            data={["all" as const, ...DELIVERY_STATUSES].map((value) => ({ value, label: t(`webhooks.filter.${value}`) }))}
          />
          <Button size="xs" variant="default" leftSection={<IconRestore size={15} stroke={1.8} />} onClick={() => setReplaying(true)}>
            {t("webhooks.replay.since")}
          </Button>
        </div>
      </div>
      {log.data === undefined ? (
        log.isError ? (
          <Failed error={log.error} retry={() => void log.refetch()} />
        ) : (
          <Loading />
        )
      ) : lines.length === 0 ? (
        <p className={classes.empty}>{t(status ? "webhooks.log.none" : "webhooks.log.empty")}</p>
      ) : (
        <ol className={classes.log}>
          {lines.map((it, i) => {
            const before = lines[i - 1];
            const heads = before ? daysBetween(before.createdAt, it.createdAt) !== 0 : daysBetween(it.createdAt, now) !== 0;
            return [
              heads && (
                <li key={`day ${it.id}`} className={classes.day}>
                  {day(it.createdAt, now)}
                </li>
              ),
              <Line key={it.id} delivery={it} open={open === it.id} onToggle={() => setOpen(open === it.id ? null : it.id)} />,
            ];
          })}
        </ol>
      )}
      {log.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t("webhooks.log.more")}
          </Button>
        </div>
      )}
      {replaying && <ReplaySince webhook={webhook} onClose={() => setReplaying(false)} />}
    </section>
  );
}
