import type { OwnCase } from "../../api/cases";
import { Countdown } from "../../kit/Countdown";
import { byLoudness, isSettled } from "../../kit/clock";
import { useWords } from "../../words/useWords";
import classes from "./Clocks.module.css";

export type MetClock = OwnCase["deadlines"][number];

interface ClocksProps {
  clocks: MetClock[];
  now: number;
  /** Those of the case that are the reader's: each clock is one establishment's. */
  places: OwnCase["affected"];
}

/** The clocks in full: for what, until when, what is left, and under which condition. Informative ones are folded. */
export function Clocks({ clocks, now, places }: ClocksProps) {
  const { t } = useWords();
  const shown = clocks.filter((c) => c.status !== "NOT_APPLICABLE").sort(byLoudness(now));
  const binding = shown.filter((c) => c.kind !== "INFORMATIVE");
  const informative = shown.filter((c) => c.kind === "INFORMATIVE");
  return (
    <>
      <List clocks={binding} now={now} places={places} />
      {informative.length > 0 && (
        <details className={classes.informative}>
          <summary>{t("declare.clocks.informative", { n: informative.length })}</summary>
          <List clocks={informative} now={now} places={places} />
        </details>
      )}
    </>
  );
}

function List({ clocks, now, places }: ClocksProps) {
  const { t, before, at, code, has } = useWords();
  return (
    <ul className={classes.list}>
      {clocks.map((c) => {
        const legal = `declare.legal.${c.regime}`;
        return (
          <li key={`${c.establishment} ${c.regime}`}>
            <Countdown clock={c} now={now} aim />
            {isSettled(c)
              ? c.at && (
                  <span className={classes.due}>
                    {t("declare.clocks.met", { at: at(c.at, now) })} {c.reference && <span className="mono">{c.reference}</span>}
                  </span>
                )
              : c.dueAt && <span className={classes.due}>{before(c.dueAt, now)}</span>}
            {places.length > 1 && <span className={classes.if}>{places.find((place) => place.finess === c.establishment)?.name}</span>}
            <span className={classes.if}>{has(legal) ? t(legal) : code("kit.regime", `${c.regime}.long`)}</span>
          </li>
        );
      })}
    </ul>
  );
}
