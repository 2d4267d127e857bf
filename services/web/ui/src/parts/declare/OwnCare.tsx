import type { OwnCase } from "../../api/cases";
import { useEstablishment } from "../../api/establishments";
import { useWords } from "../../words/useWords";
import classes from "./OwnCare.module.css";

/** How care goes on: as a whole, patients, and only the lines that are touched. */
export function OwnCare({ care, now }: { care: NonNullable<OwnCase["care"]>; now: number }) {
  const { t, code } = useWords();
  const touched = care.lines.filter((line) => line.state !== "NORMAL");
  return (
    <dl className={classes.care}>
      <dt>{t("own.care.mode")}</dt>
      <dd data-mode={care.careMode}>{code("kit.care", care.careMode)}</dd>
      <dt>{t("own.care.harm")}</dt>
      <dd data-harm={care.patientHarm}>{code("kit.harm", care.patientHarm)}</dd>
      {touched.map((line) => (
        <Line key={line.line} line={line} now={now} />
      ))}
    </dl>
  );
}

function Line({ line, now }: { line: NonNullable<OwnCase["care"]>["lines"][number]; now: number }) {
  const { t, code, at, from } = useWords();
  const to = useEstablishment(line.divertedTo ?? null).data;
  return (
    <div className={classes.line}>
      <dt>{code("own.line", line.line)}</dt>
      <dd data-state={line.state}>
        {code("own.linestate", line.state)}
        {line.divertedTo && <> {t("own.care.diverted", { name: to?.name ?? line.divertedTo })}</>}
        <span>
          {line.since && <>{from(line.since, now)}, </>}
          {line.expectedReturn ? t("own.care.return", { at: at(line.expectedReturn, now) }) : t("own.care.noreturn")}
        </span>
      </dd>
    </div>
  );
}
