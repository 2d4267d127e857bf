import type { Card } from "../../api/responder";
import { placeOf } from "../../kit/CaseCard";
import { SeverityGlyph, weight } from "../../kit/Severity";
import { useWords } from "../../words/useWords";
import classes from "./CaseSearch.module.css";

/** One case that was found: where, which, how bad, how far. */
export function Hit({ c }: { c: Card }) {
  const { t } = useWords();
  const level = weight(c);
  return (
    <span className={classes.hit}>
      <SeverityGlyph level={level} presumed={!c.severity} />
      <span className={classes.name}>
        {placeOf(c)?.name ?? c.reference}
        <span className={classes.sub}>
          <span className="mono">{c.reference}</span> · {t(`board.status.${c.status}`)}
          {level && ` · ${t(`kit.severity.${level}${c.severity ? ".short" : ".presumed"}`)}`}
          {c.exercise && ` · ${t("board.exercise")}`}
        </span>
      </span>
    </span>
  );
}
