import { Link } from "@tanstack/react-router";
import type { RegionCase } from "../../api/region";
import { nearest } from "../../kit/clock";
import { Countdown } from "../../kit/Countdown";
import { CaseSeverity } from "../../kit/Severity";
import { useWords } from "../../words/useWords";
import { departmentsOf, namesOf } from "./CareByLine";
import classes from "./region.module.css";

/** Open cases, one under the other, by codes alone. Labelled lines where it is narrow. */
export function RegionCases({ cases, now }: { cases: readonly RegionCase[]; now: number }) {
  const { t } = useWords();
  return (
    <table className={classes.cases}>
      <thead>
        <tr>
          <th scope="col">{t("region.col.where")}</th>
          <th scope="col">{t("board.col.severity")}</th>
          <th scope="col">{t("region.col.care")}</th>
          <th scope="col">{t("board.col.status")}</th>
          <th scope="col">{t("kit.regime.CSP_L1111_8_2")}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((c) => {
          const clock = nearest(c.deadlines, now) ?? c.deadlines[0];
          return (
            <tr key={c.id}>
              <th scope="row">
                <Link to="/cases/$case" params={{ case: c.reference }}>
                  {namesOf(c)}
                </Link>
                <span className={classes.sub}>
                  <span className="mono">{c.reference}</span> · {departmentsOf(c)}
                </span>
              </th>
              <td data-label={t("board.col.severity")}>
                <CaseSeverity c={c} short trend />
              </td>
              <td data-label={t("region.col.care")} className={classes.impact} data-harm={c.patientHarm}>
                <span>{t(`kit.harm.${c.patientHarm}`)}</span>
                <span>{t(`kit.care.${c.care.careMode}`)}</span>
              </td>
              <td data-label={t("board.col.status")}>{t(`board.status.${c.status}`)}</td>
              <td data-label={t("kit.regime.CSP_L1111_8_2")}>
                {clock ? <Countdown clock={clock} now={now} stop={false} /> : t("region.noclock")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
