import { Group, Text } from "@mantine/core";
import { IconHandStop, IconHeartbeat, IconHourglass, IconLock, IconTopologyStar3 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Card } from "../api/responder";
import { ms } from "../words/time";
import { useWords } from "../words/useWords";
import { nearest } from "./clock";
import { Countdown } from "./Countdown";
import { People } from "./People";
import { CaseSeverity } from "./Severity";
import classes from "./CaseCard.module.css";

export const placeOf = (c: Pick<Card, "affected">) => c.affected[0];

/** Who is at work on a case, its lead first. */
export const peopleOf = ({ lead, people }: Pick<Card, "lead" | "people">): string[] => [...new Set([...(lead ? [lead] : []), ...people])];

type Hurt = Pick<Card, "patientHarm" | "careMode">;

export function Impact({ c }: { c: Hurt }) {
  const { t } = useWords();
  const harm = c.patientHarm === "PROVEN" || c.patientHarm === "POTENTIAL";
  const care = c.careMode === "DEGRADED" || c.careMode === "INTERRUPTED";
  if (!harm && !care) return null;
  return (
    <div className={classes.impact} data-harm={harm ? c.patientHarm : "NONE"}>
      <IconHeartbeat size={15} stroke={1.9} aria-hidden />
      <span>
        {harm && <div>{t(`kit.harm.${c.patientHarm}`)}</div>}
        {care && <div>{t(`kit.care.${c.careMode}`)}</div>}
      </span>
    </div>
  );
}

/** The day until which it was held has passed. */
export const isHoldOver = (c: Pick<Card, "status" | "heldUntil" | "holdOver">, now: number): boolean =>
  c.status === "ON_HOLD" && (c.holdOver || (!!c.heldUntil && ms(c.heldUntil) <= now));

/** Until when a case is held; that its day has passed is said aloud, for nothing happens by itself. */
export function Hold({ c, now }: { c: Card; now: number }) {
  const { t, since, before } = useWords();
  const over = isHoldOver(c, now);
  if (c.status !== "ON_HOLD" || !(over || c.heldUntil)) return null;
  return (
    <div className={classes.hold} data-over={over || undefined}>
      <IconHourglass size={15} stroke={1.9} aria-hidden />
      <span>
        {!c.heldUntil
          ? t("board.hold.ranOut")
          : over
            ? t("board.hold.over", { since: since(c.heldUntil, now) })
            : t("board.hold.until", { before: before(c.heldUntil, now) })}
      </span>
    </div>
  );
}

/** What the establishment says it cannot do of the first hour: somebody must find another way. */
export function Impossible({ c }: { c: Pick<Card, "taskProgress"> }) {
  const { t } = useWords();
  const n = c.taskProgress?.impossible ?? 0;
  if (n === 0) return null;
  return (
    <div className={classes.hold} data-over>
      <IconHandStop size={15} stroke={1.9} aria-hidden />
      <span>{t("board.impossible", { n })}</span>
    </div>
  );
}

export function TaskBar({ c }: { c: Card }) {
  const { t } = useWords();
  const tasks = c.taskProgress;
  if (!tasks || tasks.total === 0) return null;
  return (
    <Group gap={6} wrap="nowrap" miw={0} title={t("board.tasks", { done: tasks.done, total: tasks.total })}>
      <span className={classes.bar}>
        <span style={{ width: `${(100 * tasks.done) / tasks.total}%` }} />
      </span>
      <Text size="xs" c="dimmed">
        <span className="sr-only">{t("board.tasks", { done: tasks.done, total: tasks.total })}</span>
        <span aria-hidden>
          {tasks.done}/{tasks.total}
        </span>
      </Text>
    </Group>
  );
}

interface CaseCardProps {
  c: Card;
  /** What it is called beside the others that are shown. */
  name: string;
  now: number;
  fresh?: boolean;
  tabIndex?: number;
}

/** A case on the board: how bad, where, whom it hurts, the loudest clock, who is at work. The whole card is the link. */
export function CaseCard({ c, name, now, fresh = false, tabIndex }: CaseCardProps) {
  const { t } = useWords();
  const clock = nearest(c.clocks, now);
  const place = placeOf(c);
  const people = peopleOf(c);
  const others = c.affected.length - 1;
  return (
    <>
      <Group justify="space-between" wrap={name === c.reference ? "wrap" : "nowrap"} gap={4} mb={6} mih={16}>
        <CaseSeverity c={c} trend short />
        <span className={`mono ${classes.ref}`}>
          {c.restricted && <IconLock size={13} stroke={2} role="img" aria-label={t("board.restricted")} />}
          {name}
        </span>
        {fresh && <span className={classes.unread} role="img" aria-label={t("board.unread")} />}
      </Group>
      {c.exercise && <span className={classes.exercise}>{t("board.exercise")}</span>}
      <Link
        to="/cases/$case"
        params={{ case: c.reference }}
        className={classes.link}
        data-card={c.id}
        tabIndex={tabIndex}
        draggable={false}
      >
        {place?.name ?? c.reference}
        <span className="sr-only">, {c.reference}</span>
      </Link>
      <Text size="sm" c="dimmed" lh={1.35} mt={1}>
        {t(`kit.type.${c.incidentType}`)}
        {place && `\u00a0·\u00a0${place.department}`}
      </Text>
      {others > 0 && (
        <Text size="sm" c="dimmed" lh={1.35}>
          {t("board.others", { n: others })}
        </Text>
      )}
      <Impact c={c} />
      <Hold c={c} now={now} />
      <Impossible c={c} />
      {c.campaign && (
        <div className={classes.campaign}>
          <IconTopologyStar3 size={14} stroke={1.8} aria-hidden />
          {c.campaign.reference}
        </div>
      )}
      {clock && (
        <div className={classes.clock}>
          <Countdown clock={clock} now={now} stop={false} />
        </div>
      )}
      {((c.taskProgress?.total ?? 0) > 0 || people.length > 0) && (
        <Group justify="space-between" mt={9} wrap="nowrap">
          <People names={people} />
          <TaskBar c={c} />
        </Group>
      )}
    </>
  );
}
