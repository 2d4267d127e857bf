import { IconCheck } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import type { PhaseOfPlan } from "./plan";
import classes from "./tasks.module.css";

/** Progress per phase, never one bar for the whole. */
export function PhaseRail({ phases }: { phases: readonly PhaseOfPlan[] }) {
  const { t } = useWords();
  return (
    <nav className={classes.rail} aria-label={t("task.phases")}>
      {phases.map(({ phase, tasks, done, active }) => {
        const whole = done === tasks.length;
        return (
          <a key={phase} href={`#phase-${phase}`} className={classes.phase} data-state={whole ? "done" : active ? "active" : "idle"}>
            <span>{t(`reason.phase.${phase}`)}</span>
            <span className={classes.phasecount}>
              {whole && <IconCheck size={13} stroke={2.6} aria-hidden />}
              {done}/{tasks.length}
            </span>
            <span className={classes.bar} aria-hidden>
              <span style={{ width: `${(100 * done) / tasks.length}%` }} />
            </span>
          </a>
        );
      })}
    </nav>
  );
}
