import { IconLock } from "@tabler/icons-react";
import { useId } from "react";
import type { Gate, Plan } from "../../api/plan";
import { useWords } from "../../words/useWords";
import { TaskLink } from "./TaskLink";
import classes from "./tasks.module.css";

/** A closed barrier across the list: what lies behind, what is missing, why the rule exists. */
export function ClosedGate({ gate, plan }: { gate: Gate; plan: Plan }) {
  const { t, language } = useWords();
  const id = useId();
  const missing = gate.missing.flatMap((it) => plan.tasks.filter((task) => task.id === it));
  return (
    <li className={classes.gate}>
      <svg className={classes.barrier} width="100%" height="9" aria-hidden>
        <defs>
          <pattern id={id} width="16" height="9" patternUnits="userSpaceOnUse" patternTransform="skewX(-35)">
            <rect width="8" height="9" />
          </pattern>
        </defs>
        <rect width="100%" height="9" rx="2" className={classes.plank} />
        <rect width="100%" height="9" rx="2" fill={`url(#${id})`} />
      </svg>
      <div className={classes.gatetext}>
        <span>
          <IconLock size={15} stroke={2} aria-hidden />
          <span>
            <strong>{gate.name[language]}</strong> {t("task.gate.waits")}{" "}
            {missing.map((task, i) => (
              <span key={task.id}>
                {i > 0 && (i === missing.length - 1 ? ` ${t("task.and")} ` : ", ")}
                <TaskLink task={task}>
                  {task.title[language]} ({task.number})
                </TaskLink>
              </span>
            ))}
          </span>
        </span>
        <span className={classes.rule}>{t("task.gate.why", { why: gate.why[language] })}</span>
      </div>
    </li>
  );
}
