import { IconCheck } from "@tabler/icons-react";
import type { OwnCase } from "../../api/cases";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import classes from "./CaseSteps.module.css";

const STEPS = ["RECEIVED", "TRIAGE", "RESPONSE", "MONITORING", "CLOSED"] as const;

/** Where the case is, in the establishment's words: the states of the machine, folded into five. Nothing for what is beside the path. */
export function CaseSteps({ theCase: c }: { theCase: OwnCase }) {
  const { t, at, from } = useWords();
  const now = useNow();
  if (!c.step) return null;
  const current = c.status === "CLOSED" ? STEPS.length : STEPS.indexOf(c.step);
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
              {i === current && t("own.step.now", { from: from(c.since, now) })}
              {i > current && step === "RESPONSE" && t("own.step.RESPONSE.if")}
              {i === 0 && current > 0 && at(c.openedAt, now)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
