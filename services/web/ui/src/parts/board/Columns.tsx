import { DndContext, type DragEndEvent, DragOverlay, PointerSensor, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";
import { useState } from "react";
import type { Action, Card, Status } from "../../api/responder";
import { CaseCard } from "../../kit/CaseCard";
import { byUrgency } from "../../kit/order";
import { namesBeside } from "../../kit/references";
import { useWords } from "../../words/useWords";
import { ASIDE, COLUMNS } from "./cards";
import { Column, Folded } from "./Column";
import { Exercises } from "./Exercises";
import { useRoving } from "./useRoving";
import { useVerdict } from "./useVerdict";
import cardClasses from "../../kit/CaseCard.module.css";
import classes from "./Columns.module.css";

const nothing = () => undefined;
/** Dragging is for the mouse and for fingers; who cannot see it has the letters, and is not told of drags. */
const QUIET = {
  screenReaderInstructions: { draggable: "" },
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
};

interface ColumnsProps {
  cards: Card[];
  now: number;
  fresh: ReadonlySet<string>;
  onAct: (card: Card, action: Action) => void;
  onLetter: (id: string, letter: string) => void;
  /** A drop that leads nowhere says why. */
  onNotice: (notice: string) => void;
}

/** The board: a column for each status of the path, those beside it folded. A card dropped on a column opens the form of the transition; nothing moves before that is sent. */
export function Columns({ cards, now, fresh, onAct, onLetter, onNotice }: ColumnsProps) {
  const { t } = useWords();
  const [unfolded, unfold] = useState<Status[]>([]);
  const [held, hold] = useState<Card | null>(null);
  const verdict = useVerdict(held);
  const { ref, current: focused, handlers } = useRoving(onLetter);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 8 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const real = cards.filter((c) => !c.exercise);
  const exercises = cards.filter((c) => c.exercise).sort(byUrgency(now));
  const nameOf = namesBeside(cards.map((c) => c.reference));
  const of = (status: Status) => real.filter((c) => c.status === status).sort(byUrgency(now));
  const common = (status: Status) => ({ status, list: of(status), now, verdict: verdict(status) });
  const first = [...COLUMNS.flatMap(of), ...exercises][0]?.id ?? null;
  const current = cards.some((c) => c.id === focused) ? focused : first;

  const drop = ({ over }: DragEndEvent) => {
    const column = over?.id as Status | undefined;
    const answer = column && verdict(column);
    if (held && column && answer) {
      if (answer.kind === "open") onAct(held, answer.action);
      else if (answer.kind === "refused" && answer.action) onAct(held, answer.action);
      else if (answer.kind === "refused") {
        onNotice(t("board.move.nowhere", { from: t(`board.status.${held.status}`), to: t(`board.status.${column}`) }));
      }
    }
    hold(null);
  };

  return (
    <DndContext
      sensors={sensors}
      onDragStart={({ active }) => hold((active.data.current?.["card"] as Card | undefined) ?? null)}
      onDragCancel={() => hold(null)}
      onDragEnd={drop}
      accessibility={QUIET}
    >
      <div ref={ref} className={classes.lanes} {...handlers}>
        <div className={classes.board} role="region" aria-label={t("board.columns")}>
          <div className={classes.columns}>
            {[...COLUMNS, ...unfolded].map((status) => (
              <Column
                key={status}
                {...common(status)}
                nameOf={nameOf}
                fresh={fresh}
                current={current}
                {...(ASIDE.includes(status) && { onFold: () => unfold(unfolded.filter((it) => it !== status)) })}
              />
            ))}
          </div>
          {ASIDE.filter((it) => !unfolded.includes(it)).map((status) => (
            <Folded key={status} {...common(status)} onOpen={() => unfold([...unfolded, status])} />
          ))}
        </div>
        {exercises.length > 0 && <Exercises cards={exercises} nameOf={nameOf} now={now} fresh={fresh} current={current} />}
      </div>
      <DragOverlay dropAnimation={null}>
        {held && (
          <div className={`${cardClasses.card} ${classes.held}`}>
            <CaseCard c={held} name={nameOf(held.reference)} now={now} tabIndex={-1} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
