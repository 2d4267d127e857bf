import { Tooltip } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { Status, WholeCase } from "../../api/responder";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import classes from "./StatusPath.module.css";

const PATH: Status[] = ["RECEIVED", "IN_TRIAGE", "QUALIFIED", "ENGAGED", "MONITORING", "REPORTING", "CLOSED"];

/** The way of a case through its states: the usual one, unless it has left it. */
export function pathOf(status: Status): Status[] {
  if (status === "ADVISED") return ["RECEIVED", "IN_TRIAGE", "QUALIFIED", "ADVISED", "CLOSED"];
  if (status === "REJECTED" || status === "MERGED" || status === "REDIRECTED") return ["RECEIVED", "IN_TRIAGE", status];
  return PATH;
}

/** Where the case stands on its way; on hold it stands where it was. On a phone: one bar per step and the name of the present one. */
export function StatusPath({ c }: { c: WholeCase }) {
  const { t, from } = useWords();
  const now = useNow();
  const here = c.status === "ON_HOLD" ? (c.heldFrom ?? "RECEIVED") : c.status;
  const path = pathOf(here);
  const current = path.indexOf(here);
  const name = (status: Status) =>
    status === here && c.status === "ON_HOLD"
      ? `${t(`board.status.${status}`)} (${t("board.status.ON_HOLD").toLocaleLowerCase()})`
      : t(`board.status.${status}`);
  return (
    <div className={classes.wrap}>
      <ol className={classes.path} aria-label={t("case.path")}>
        {path.map((status, i) => {
          const state = i < current ? "done" : i === current ? "now" : "next";
          const when = state === "now" ? from(c.since, now) : t(state === "done" ? "case.past" : "case.notyet");
          return (
            <Tooltip key={status} label={when}>
              <li className={classes.step} data-state={state} aria-current={state === "now" ? "step" : undefined}>
                <span className={classes.dot}>{state === "done" && <IconCheck size={10} stroke={3} aria-hidden />}</span>
                <span className={classes.label}>{name(status)}</span>
              </li>
            </Tooltip>
          );
        })}
      </ol>
      <span className={classes.short} aria-hidden>
        {t("case.step", { status: name(here), n: current + 1, of: path.length })}
      </span>
    </div>
  );
}
