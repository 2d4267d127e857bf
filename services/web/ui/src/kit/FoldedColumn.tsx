import { UnstyledButton } from "@mantine/core";
import type { Card, Status } from "../api/responder";
import { useWords } from "../words/useWords";
import { isHoldOver } from "./CaseCard";
import { nearest, urgency } from "./clock";
import { byUrgency } from "./order";
import { SeverityGlyph, weight } from "./Severity";
import classes from "./FoldedColumn.module.css";

/** A column beside the path, folded to its name and number; what is loud in it still shows. */
export function FoldedColumn({ status, list, now, onOpen }: { status: Status; list: Card[]; now: number; onOpen: () => void }) {
  const { t } = useWords();
  const worst = [...list].sort(byUrgency(now))[0];
  const urgent = list.filter((c) => {
    const clock = nearest(c.clocks, now);
    return isHoldOver(c, now) || (clock && ["over", "due", "near"].includes(urgency(clock, now)));
  }).length;
  const name = t(`board.status.${status}`);
  const label = t("board.unfold", { name, n: list.length, urgent });
  return (
    <UnstyledButton className={classes.fold} aria-expanded={false} onClick={onOpen} title={label}>
      <span className={classes.count}>{list.length}</span>
      <span className={classes.name}>{name}</span>
      {worst && <SeverityGlyph level={weight(worst)} presumed={!worst.severity} />}
      {urgent > 0 && <span className={classes.loud}>{urgent}</span>}
      <span className="sr-only">{label}</span>
    </UnstyledButton>
  );
}
