import { Link } from "@tanstack/react-router";
import type { Card } from "../../api/responder";
import { Hold, Impact, Impossible, peopleOf, placeOf, TaskBar } from "../../kit/CaseCard";
import { nearest } from "../../kit/clock";
import { Countdown } from "../../kit/Countdown";
import { People } from "../../kit/People";
import { CaseSeverity } from "../../kit/Severity";
import { useWords } from "../../words/useWords";
import { board } from "./useBoard";
import classes from "./CaseTable.module.css";

/** The same cases, one under the other. Labelled lines where it is narrow. */
export function CaseTable({ cards, now, ended = false }: { cards: Card[]; now: number; ended?: boolean }) {
  const { t, brief, full } = useWords();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("board.col.case")}</th>
          <th scope="col">{t("board.col.severity")}</th>
          <th scope="col">{t("board.col.status")}</th>
          <th scope="col">{t("board.col.care")}</th>
          {!ended && <th scope="col">{t("board.col.clock")}</th>}
          <th scope="col">{t("board.col.people")}</th>
          {!ended && <th scope="col">{t("board.col.tasks")}</th>}
          <th scope="col">{t(ended ? "board.col.changed" : "board.col.opened")}</th>
        </tr>
      </thead>
      <tbody>
        {cards.map((c) => {
          const clock = nearest(c.clocks, now);
          const place = placeOf(c);
          return (
            <tr key={c.id} data-exercise={c.exercise || undefined}>
              <th scope="row">
                <Link to="/cases/$case" params={{ case: c.reference }} onFocus={() => board.seen(c.id)}>
                  {place?.name ?? c.reference}
                </Link>
                <span className={classes.sub}>
                  <span className="mono">{c.reference}</span> · {t(`kit.type.${c.incidentType}`)}
                  {place && `\u00a0·\u00a0${place.department}`}
                  {c.restricted && ` · ${t("board.restricted")}`}
                  {c.exercise && ` · ${t("board.exercise")}`}
                </span>
              </th>
              <td data-label={t("board.col.severity")}>
                <CaseSeverity c={c} short trend />
              </td>
              <td data-label={t("board.col.status")}>
                <span>
                  {t(`board.status.${c.status}`)}
                  <Hold c={c} now={now} />
                  <Impossible c={c} />
                </span>
              </td>
              <td data-label={t("board.col.care")} className={classes.care}>
                <Impact c={c} />
              </td>
              {!ended && <td data-label={t("board.col.clock")}>{clock && <Countdown clock={clock} now={now} />}</td>}
              <td data-label={t("board.col.people")}>
                <People names={peopleOf(c)} />
              </td>
              {!ended && (
                <td data-label={t("board.col.tasks")}>
                  <TaskBar c={c} />
                </td>
              )}
              <td data-label={t(ended ? "board.col.changed" : "board.col.opened")} className={classes.when}>
                <time dateTime={ended ? c.changedAt : c.openedAt} title={full(ended ? c.changedAt : c.openedAt)}>
                  {brief(ended ? c.changedAt : c.openedAt, now)}
                </time>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
