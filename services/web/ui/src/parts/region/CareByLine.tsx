import { Link } from "@tanstack/react-router";
import { useEstablishment } from "../../api/establishments";
import type { RegionCase } from "../../api/region";
import { useWords } from "../../words/useWords";
import { careByLine, type Touch, TOUCHED } from "./region";
import classes from "./region.module.css";

/** Care line by line: who has stopped, diverted or degraded what, where patients go, and when it comes back. */
export function CareByLine({ cases, now }: { cases: readonly RegionCase[]; now: number }) {
  const { t } = useWords();
  const rows = careByLine(cases);
  if (rows.length === 0) return <p className={classes.quiet}>{t("region.care.none")}</p>;
  return (
    <table className={classes.care}>
      <thead>
        <tr>
          <th scope="col">{t("region.care.line")}</th>
          {TOUCHED.map((state) => (
            <th key={state} scope="col" data-state={state}>
              {t(`region.care.${state}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ line, touches }) => (
          <tr key={line}>
            <th scope="row">{line === "UNSAID" ? t("region.care.unsaid") : t(`case.line.${line}`)}</th>
            {TOUCHED.map((state) => {
              const of = touches.filter((it) => it.state === state);
              return (
                <td key={state} data-label={t(`region.care.${state}`)} data-empty={of.length === 0 || undefined}>
                  {of.map((touch) => (
                    <Where key={touch.theCase.id} touch={touch} now={now} />
                  ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Where({ touch, now }: { touch: Touch; now: number }) {
  const { t, at } = useWords();
  const to = useEstablishment(touch.divertedTo).data;
  const { theCase: c } = touch;
  return (
    <p className={classes.where}>
      <Link to="/cases/$case" params={{ case: c.reference }}>
        {namesOf(c)}
      </Link>
      <span>
        {departmentsOf(c)} · {touch.expectedReturn ? t("case.care.return", { at: at(touch.expectedReturn, now) }) : t("case.care.noreturn")}
      </span>
      {touch.divertedTo && <b>{t("case.care.to", { name: to?.name ?? touch.divertedTo })}</b>}
    </p>
  );
}

export const namesOf = (c: RegionCase): string => c.affected.map((it) => it.name).join(", ") || c.reference;
export const departmentsOf = (c: RegionCase): string => [...new Set(c.affected.map((it) => it.department))].join(", ");
