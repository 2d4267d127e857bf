import { IconLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Reason } from "../../api/problem";
import { useWords } from "../../words/useWords";
import { type TaskNames, useReason } from "./useReason";
import classes from "./Form.module.css";

interface RefusedProps {
  id?: string;
  reasons: readonly Reason[];
  places?: readonly { finess: string; name: string }[];
  names?: TaskNames;
  /** The case whose page has what is missing. */
  reference?: string;
  waivable?: boolean;
}

const OF_TASKS = new Set(["MANDATORY_TASKS_OPEN", "TASKS_NOT_LAID_OUT"]);
const OF_CASE = new Set(["LEGAL_DEADLINE_OPEN", "CARE_STILL_DEGRADED"]);

/** Every reason at once, each with the way to what is missing. */
export function Refused({ id, reasons, places, names, reference, waivable = false }: RefusedProps) {
  const { t } = useWords();
  const reason = useReason(places, names);
  return (
    <div id={id} className={classes.refused} role="status">
      <b>
        <IconLock size={15} stroke={2} aria-hidden /> {t("reason.title")}
      </b>
      <ul>
        {reasons.map((it, i) => (
          <li key={it.code + i}>
            {reference && OF_TASKS.has(it.code) ? (
              <Link to="/cases/$case/tasks" params={{ case: reference }}>
                {reason(it)}
              </Link>
            ) : reference && OF_CASE.has(it.code) ? (
              <Link to="/cases/$case" params={{ case: reference }}>
                {reason(it)}
              </Link>
            ) : (
              reason(it)
            )}
          </li>
        ))}
      </ul>
      {waivable && <p>{t("act.waivable")}</p>}
    </div>
  );
}
