import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import type { Plan } from "../../api/plan";
import { usePrinting } from "../../kit/usePrinting";
import { useWords } from "../../words/useWords";
import { ClosedGate } from "./Gate";
import { gatesBefore, type PhaseOfPlan } from "./plan";
import { TaskRow } from "./TaskRow";
import classes from "./tasks.module.css";

interface PhaseListProps {
  plan: Plan;
  of: PhaseOfPlan;
  open: string | undefined;
  now: number;
  onOpen: (id: string) => void;
}

/** One phase; a finished one is folded to its heading, unless somebody opens it. */
export function PhaseList({ plan, of, open, now, onOpen }: PhaseListProps) {
  const { t } = useWords();
  const { phase, tasks, done, openMandatory } = of;
  const whole = done === tasks.length;
  const [choice, choose] = useState<boolean | null>(null);
  const printing = usePrinting();
  // paper folds nothing away
  const folded = !printing && (choice ?? (whole && !tasks.some((it) => it.id === open)));
  const Chevron = folded ? IconChevronRight : IconChevronDown;
  const gates = gatesBefore(plan, tasks);
  return (
    <section id={`phase-${phase}`} className={classes.section} aria-labelledby={`head-${phase}`}>
      <div className={classes.head}>
        <h2 id={`head-${phase}`}>
          <UnstyledButton className={classes.fold} aria-expanded={!folded} onClick={() => choose(!folded)}>
            <Chevron size={16} stroke={2} aria-hidden />
            {t(`reason.phase.${phase}`)}
          </UnstyledButton>
        </h2>
        <span className={classes.sum}>{whole ? t("task.done.all", { n: done }) : t("task.done.of", { done, total: tasks.length })}</span>
        {openMandatory > 0 && <span className={classes.mustsum}>{t("task.mandatory.open", { n: openMandatory })}</span>}
      </div>
      {!folded && (
        <ul className={classes.rows}>
          {tasks.map((task) => (
            <Fragment key={task.id}>
              {gates.get(task.id)?.map((gate) => (
                <ClosedGate key={gate.key} gate={gate} plan={plan} />
              ))}
              <TaskRow task={task} open={open === task.id} now={now} onOpen={() => onOpen(task.id)} />
            </Fragment>
          ))}
        </ul>
      )}
    </section>
  );
}
