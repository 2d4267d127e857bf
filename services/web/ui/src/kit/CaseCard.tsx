import { Group, Text } from "@mantine/core";
import { IconHeartbeat, IconLock, IconTopologyStar3 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Card } from "../api/responder";
import { useWords } from "../words/useWords";
import { nearest } from "./clock";
import { Countdown } from "./Countdown";
import { People } from "./People";
import { CaseSeverity } from "./Severity";
import classes from "./CaseCard.module.css";

/** The last digits of a reference: how people on one shift speak of a case. */
export const shortReference = (reference: string): string => reference.slice(-3);
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

/** A case on the board: how bad, where, whom it hurts, the loudest clock, who is at work. The whole card is the link. */
export function CaseCard({ c, now, fresh = false, tabIndex }: { c: Card; now: number; fresh?: boolean; tabIndex?: number }) {
  const { t } = useWords();
  const clock = nearest(c.clocks, now);
  const place = placeOf(c);
  const people = peopleOf(c);
  const others = c.affected.length - 1;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap={4} mb={6} mih={16}>
        <CaseSeverity c={c} trend short />
        <span className={`mono ${classes.ref}`}>
          {c.restricted && <IconLock size={13} stroke={2} role="img" aria-label={t("board.restricted")} />}
          {shortReference(c.reference)}
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
