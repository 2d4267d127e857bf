import { IconCheck } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import classes from "./CaseSteps.module.css";

const STEPS = ["received", "triage", "engaged", "monitoring", "closed"] as const;

/** The states of the machine, folded into five steps. Advice is our response without a team; what is beside the path has no step. */
const STEP: Record<string, number> = {
  RECEIVED: 0,
  IN_TRIAGE: 1,
  QUALIFIED: 1,
  ADVISED: 2,
  ENGAGED: 2,
  MONITORING: 3,
  REPORTING: 4,
  CLOSED: 5,
};

export const stepOf = (status: string): number | undefined => STEP[status];

/** Where the case is, in the establishment's words. */
export function CaseSteps({ status }: { status: string }) {
  const { t } = useWords();
  const current = stepOf(status);
  if (current === undefined) return null;
  return (
    <ol className={classes.steps}>
      {STEPS.map((step, i) => (
        <li
          key={step}
          data-state={i < current ? "done" : i === current ? "now" : "later"}
          aria-current={i === current ? "step" : undefined}
        >
          <span className={classes.dot}>{i < current && <IconCheck size={13} stroke={3} aria-hidden />}</span>
          <span>
            <b>{t(`own.step.${step}`)}</b>
            <span className={classes.detail}>
              {i === current ? t("own.step.now") : step === "engaged" && i > current ? t("own.step.engaged.if") : ""}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
