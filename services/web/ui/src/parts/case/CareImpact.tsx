import { Button } from "@mantine/core";
import { IconAlertTriangle, IconArrowBigRightLines, IconCheck, IconCircleX, IconHelpCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useEstablishment } from "../../api/establishments";
import type { CareLine, WholeCase } from "../../api/responder";
import { useNow } from "../../kit/now";
import { ms } from "../../words/time";
import { useWords } from "../../words/useWords";
import { CareDialog } from "./CareDialog";
import classes from "./overview.module.css";
import ownClasses from "./CareImpact.module.css";

export const LINE_ICON = {
  STOPPED: IconCircleX,
  DIVERTED: IconArrowBigRightLines,
  DEGRADED: IconAlertTriangle,
  NORMAL: IconCheck,
  UNKNOWN: IconHelpCircle,
};
const ORDER = ["STOPPED", "DIVERTED", "DEGRADED", "UNKNOWN", "NORMAL"];
const STALE = 4 * 3_600_000;

/** What patients feel: the harm first, then numbers, then the service lines one by one. What is old says so. */
export function CareImpact({ c }: { c: WholeCase }) {
  const { t, at, since } = useWords();
  const now = useNow();
  const [editing, edit] = useState(false);
  const { care } = c;
  const lines = [...care.lines].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const stale = !!care.at && now - ms(care.at) > STALE;
  const harm = care.patientHarm === "PROVEN" || care.patientHarm === "POTENTIAL";
  return (
    <section className={classes.section} aria-labelledby="care">
      <div className={classes.h}>
        <h2 id="care">{t("case.care")}</h2>
        <span className={stale ? classes.stale : undefined}>
          {!care.at
            ? t("case.care.declared")
            : stale
              ? t("case.care.stale", { since: since(care.at, now) })
              : t("case.care.at", { at: at(care.at, now) })}
        </span>
        <Button variant="default" size="compact-sm" className={classes.edit ?? ""} onClick={() => edit(true)}>
          {t("case.care.edit")}
        </Button>
      </div>
      <p className={ownClasses.event} data-loud={harm ? care.patientHarm : undefined}>
        {t(`kit.harm.${care.patientHarm}`)}, {t(`kit.care.${care.careMode}`).toLocaleLowerCase()}.
      </p>
      <Figures c={c} />
      {lines.length === 0 ? (
        <p className={classes.quiet}>{t("case.care.none")}</p>
      ) : (
        <ul className={ownClasses.services}>
          {lines.map((line) => (
            <Line key={line.line} line={line} now={now} />
          ))}
        </ul>
      )}
      {editing && <CareDialog theCase={c} onClose={() => edit(false)} />}
    </section>
  );
}

function Figures({ c }: { c: WholeCase }) {
  const { t, number } = useWords();
  const { care } = c;
  const touched = care.lines.filter((it) => it.state !== "NORMAL" && it.state !== "UNKNOWN");
  const of = (state: CareLine["state"]) => touched.filter((it) => it.state === state).length;
  const said = (n: number | null | undefined) => (n === null || n === undefined ? "–" : number(n));
  const [stopped, diverted] = [of("STOPPED"), of("DIVERTED")];
  const figures = [
    { key: "cancelled", n: said(care.cancelledOperations), note: care.cancelledOperations ?? t("case.care.notsaid") },
    { key: "transfers", n: said(care.transfers), note: care.transfers ?? t("case.care.notsaid") },
    {
      key: "plan",
      n:
        care.plannedWhite === null || care.plannedWhite === undefined
          ? "–"
          : t(care.plannedWhite ? "case.care.plan.true" : "case.care.plan.false"),
      note: care.plannedWhite ?? t("case.care.notsaid"),
    },
    {
      key: "lines",
      n: number(touched.length),
      note: t("case.care.lines.detail", { stopped, diverted, both: String(stopped > 0 && diverted > 0) }),
    },
  ] as const;
  return (
    <dl className={ownClasses.figures}>
      {figures.map(({ key, n, note }) => (
        <div key={key}>
          <dt>{t(`case.care.${key}`)}</dt>
          <dd>
            <strong>{n}</strong>
            {typeof note === "string" && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Line({ line, now }: { line: CareLine; now: number }) {
  const { t, at, from } = useWords();
  const to = useEstablishment(line.divertedTo ?? null).data;
  const Icon = LINE_ICON[line.state];
  const back = line.expectedReturn ? t("case.care.return", { at: at(line.expectedReturn, now) }) : t("case.care.noreturn");
  const note = [
    ...(line.divertedTo ? [t("case.care.to", { name: to?.name ?? line.divertedTo })] : []),
    ...(line.since ? [from(line.since, now)] : []),
  ].join(", ");
  return (
    <li data-state={line.state}>
      <Icon size={15} stroke={1.9} aria-hidden />
      <span className={ownClasses.service}>{t(`case.line.${line.line}`)}</span>
      <span className={ownClasses.state}>{t(`case.linestate.${line.state}`)}</span>
      <span className={ownClasses.note}>{note}</span>
      <span className={ownClasses.back}>{line.state === "NORMAL" ? "" : back}</span>
    </li>
  );
}
