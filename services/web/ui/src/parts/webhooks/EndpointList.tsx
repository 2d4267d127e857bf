import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconPlayerPause } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Webhook } from "../../api/webhooks";
import { serverNow, useNow } from "../../kit/now";
import { ms } from "../../words/time";
import { useWords } from "../../words/useWords";
import { standingOf } from "./standing";
import classes from "./EndpointList.module.css";

const ICON = { OK: IconCircleCheck, NEW: IconCircleDashed, FAILING: IconAlertTriangle, PAUSED: IconPlayerPause };
const LOUD_SHARE = 0.2;
const A_MINUTE = 60_000;
/** The service stops counting there. */
const MANY = 1_000;

function Facts({ health }: Webhook) {
  const { t, duration, number } = useWords();
  const now = Math.max(useNow(), serverNow());
  const { attemptsOfTheDay: tried, failuresOfTheDay: lost, waiting, exhausted, lastSuccessAt } = health;
  const waits = t(waiting >= MANY ? "webhooks.waiting.many" : "webhooks.waiting.n", { n: waiting });
  const age = lastSuccessAt ? now - ms(lastSuccessAt) : null;
  const ago = age === null ? t("webhooks.never") : age < A_MINUTE ? t("webhooks.ago.now") : t("webhooks.ago", { length: duration(age) });
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t("webhooks.last")}</dt>
        <dd>{ago}</dd>
      </div>
      <div>
        <dt>{t("webhooks.waiting")}</dt>
        <dd data-loud={(health.state === "FAILING" && waiting > 0) || undefined}>{waiting === 0 ? t("webhooks.nothing") : waits}</dd>
      </div>
      {exhausted > 0 && (
        <div>
          <dt>{t("webhooks.exhausted")}</dt>
          <dd data-loud>{t(exhausted >= MANY ? "webhooks.waiting.many" : "webhooks.waiting.n", { n: exhausted })}</dd>
        </div>
      )}
      <div>
        <dt>{t("webhooks.failed")}</dt>
        <dd data-loud={(tried > 0 && lost / tried > LOUD_SHARE) || undefined}>
          {tried === 0 ? t("webhooks.nosend") : t("webhooks.failed.of", { lost: number(lost), tried })}
        </dd>
      </div>
    </dl>
  );
}

/** All endpoints, each with how it does; one of them is open beside the list. */
export function EndpointList({ webhooks, current }: { webhooks: readonly Webhook[]; current: string }) {
  const { t } = useWords();
  return (
    <ul className={classes.list} aria-label={t("webhooks.list")}>
      {webhooks.map((it) => {
        const standing = standingOf(it);
        const Icon = ICON[standing];
        return (
          <li key={it.id} data-current={it.id === current || undefined}>
            <Link to="/webhooks" search={{ endpoint: it.id }} aria-current={it.id === current ? "true" : undefined} resetScroll={false}>
              <b>{it.description}</b>
            </Link>
            <span className={classes.health} data-health={standing}>
              <Icon size={16} stroke={2} aria-hidden />
              {t(`webhooks.health.${standing}`)}
            </span>
            <Facts {...it} />
          </li>
        );
      })}
    </ul>
  );
}
