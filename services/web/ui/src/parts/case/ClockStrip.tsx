import { UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronRight, IconHelpCircle, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { Deadline, WholeCase } from "../../api/responder";
import { isSettled } from "../../kit/clock";
import { Countdown } from "../../kit/Countdown";
import { useNow } from "../../kit/now";
import { usePrinting } from "../../kit/usePrinting";
import { useWords } from "../../words/useWords";
import { isOpen } from "../board/cards";
import { keyOf, sorted } from "./clocks";
import { SettleDialog } from "./SettleDialog";
import classes from "./ClockStrip.module.css";

/** On a phone the loudest alone, elsewhere as many as a line holds. */
const IN_LINE = { narrow: 1, wide: 5 };

/** Every clock of the case: what runs first, what must be assessed, what is done and under which reference. One line; the others a press away. */
export function ClockStrip({ c }: { c: WholeCase }) {
  const { t, code } = useWords();
  const now = useNow();
  const narrow = useMediaQuery("(max-width: 860px)", undefined, { getInitialValueInEffect: false }) ?? false;
  const printing = usePrinting();
  const [open, setOpen] = useState(false);
  const [settling, settle] = useState<string | null>(null);
  const { told, informative } = sorted(c.deadlines, now, !isOpen(c));
  const inLine = told.slice(0, IN_LINE[narrow ? "narrow" : "wide"]);
  const rest = told.length - inLine.length;
  const hidden = rest + informative.length;
  const done = told.filter(isSettled);
  const chosen = c.deadlines.find((it) => keyOf(it) === settling);
  if (c.deadlines.length === 0) return null;
  const whole = open || printing;
  const cell = (clock: Deadline) => <Cell key={keyOf(clock)} clock={clock} c={c} now={now} onSettle={() => settle(keyOf(clock))} />;
  return (
    <>
      <ul className={classes.strip} aria-label={t("case.clocks")} data-whole={whole || undefined}>
        {(whole ? told : inLine).map(cell)}
        {whole && done.length > 0 && (
          <li className={classes.rest}>{t("case.clock.done", { list: done.map((it) => code("kit.regime", it.regime)).join(", ") })}</li>
        )}
        {hidden > 0 && (
          <li className={classes.fold}>
            <UnstyledButton className={classes.unfold} aria-expanded={open} onClick={() => setOpen(!open)}>
              <IconChevronRight size={14} stroke={2} aria-hidden />
              {rest === 0 ? t("case.clock.informative", { n: hidden }) : t("case.clock.rest", { n: hidden })}
              {rest > 0 && <span className="sr-only"> {t("case.clocks").toLocaleLowerCase()}</span>}
            </UnstyledButton>
          </li>
        )}
        {whole && informative.map(cell)}
      </ul>
      {chosen && <SettleDialog theCase={c} clock={chosen} onClose={() => settle(null)} />}
    </>
  );
}

interface CellProps {
  clock: Deadline;
  c: WholeCase;
  now: number;
  onSettle: () => void;
}

function Cell({ clock, c, now, onSettle }: CellProps) {
  // a strip has no room for whole dates: the tooltip has them
  const { t, code, brief } = useWords();
  const settled = isSettled(clock);
  const assess = clock.status === "TO_ASSESS";
  const name = code("kit.regime", clock.regime);
  const place = c.affected.length > 1 ? c.affected.find((it) => it.finess === clock.establishment)?.name : undefined;
  const word = assess ? "case.clock.assess" : settled ? "case.clock.change" : "case.clock.settle";
  return (
    <li className={classes.cell} data-state={settled ? "MET" : clock.status} data-informative={clock.kind === "INFORMATIVE" || undefined}>
      {assess ? (
        <span className={classes.assess} title={code("kit.regime", `${clock.regime}.long`)}>
          <IconHelpCircle size={14} stroke={2} aria-hidden />
          {name} <strong>{t("case.clock.assess.word")}</strong>
        </span>
      ) : (
        <Countdown clock={clock} now={now} aim />
      )}
      <span className={classes.note}>
        <span>
          {settled
            ? [clock.at ? brief(clock.at, now) : "", clock.reference ?? ""].filter(Boolean).join(" · ")
            : !assess && clock.dueAt && !clock.withoutDelay
              ? t("case.clock.before", { at: brief(clock.dueAt, now) })
              : ""}
        </span>
        <UnstyledButton
          className={classes.settle}
          onClick={onSettle}
          aria-label={t("kit.colon", { what: t(word), said: code("kit.regime", `${clock.regime}.long`) })}
        >
          {settled ? <IconPencil size={13} stroke={1.8} aria-hidden /> : t(word)}
        </UnstyledButton>
      </span>
      {place && <span className={classes.place}>{place}</span>}
    </li>
  );
}
