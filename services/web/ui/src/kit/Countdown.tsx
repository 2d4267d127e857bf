import { Tooltip } from "@mantine/core";
import { IconAlarm, IconCheck, IconMinus } from "@tabler/icons-react";
import { ms } from "../words/time";
import { type Say, useWords } from "../words/useWords";
import { type Clock, urgency, type Urgency } from "./clock";
import classes from "./Countdown.module.css";

const MINUTE = 60_000;

const SETTLED = {
  MET: "kit.clock.met",
  MET_LATE: "kit.clock.late",
  NOT_DONE: "kit.clock.notdone",
  NOT_APPLICABLE: "kit.clock.na",
} as const;

function left(c: Clock, state: Urgency, now: number, { t, duration }: Say): string {
  if (c.status in SETTLED) return t(SETTLED[c.status as keyof typeof SETTLED]);
  if (c.dueAt === null || c.dueAt === undefined) return t(c.status === "TO_ASSESS" ? "kit.clock.assess" : "kit.clock.now");
  const due = ms(c.dueAt);
  // a minute that has begun counts: « 0 min » says nothing
  if (state === "over") return t("kit.clock.over", { length: duration(Math.max(MINUTE, now - due)) });
  if (state === "due" && c.kind === "TARGET") {
    return now - due < MINUTE ? t("kit.clock.expected.now") : t("kit.clock.expected", { length: duration(now - due) });
  }
  if (state === "due") return t("kit.clock.due");
  return due < now ? t("kit.clock.due") : duration(due - now);
}

interface CountdownProps {
  clock: Clock;
  now: number;
  aim?: boolean;
  stop?: boolean;
}

/** One clock: what it is for, what is left, and a ring that empties. `aim` adds the hour aimed at where the law gives none; without `stop` the keyboard passes it by. */
export function Countdown({ clock: c, now, aim = false, stop = true }: CountdownProps) {
  const say = useWords();
  const state = urgency(c, now);
  const spent = !c.t0 || !c.dueAt ? 0 : Math.min(1, Math.max(0, (now - ms(c.t0)) / (ms(c.dueAt) - ms(c.t0))));
  const long = say.code("kit.regime", `${c.regime}.long`);
  return (
    <Tooltip
      label={c.dueAt ? say.t("kit.colon", { what: long, said: say.full(c.dueAt) }) : long}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: true }}
    >
      <span className={classes.clock} data-state={state} {...(stop && { tabIndex: 0, role: "note" })}>
        {state === "met" ? (
          c.status === "NOT_APPLICABLE" || c.status === "NOT_DONE" ? (
            <IconMinus size={14} stroke={2.2} aria-hidden />
          ) : (
            <IconCheck size={14} stroke={2.4} aria-hidden />
          )
        ) : state === "over" || state === "due" ? (
          <IconAlarm size={14} stroke={2.2} aria-hidden />
        ) : (
          <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden>
            <circle cx={7} cy={7} r={5.5} className={classes.track} />
            <circle
              cx={7}
              cy={7}
              r={5.5}
              className={classes.left}
              pathLength={100}
              strokeDasharray={`${100 - spent * 100} 100`}
              transform="rotate(-90 7 7)"
            />
          </svg>
        )}
        <span className={classes.words}>
          <span className={classes.regime}>{say.code("kit.regime", c.regime)}</span>{" "}
          <span className={classes.time}>{left(c, state, now, say)}</span>
          {aim && state === "due" && c.dueAt && <span>, {say.t("kit.clock.aim", { time: say.brief(c.dueAt, now) })}</span>}
        </span>
      </span>
    </Tooltip>
  );
}
