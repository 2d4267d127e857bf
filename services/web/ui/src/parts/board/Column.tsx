import { ActionIcon, Button, Text } from "@mantine/core";
import { useDraggable, useDroppable } from "@dnd-kit/core";
import { IconArrowBarToRight, IconLock } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { Card, Status } from "../../api/responder";
import { CaseCard } from "../../kit/CaseCard";
import { FoldedColumn } from "../../kit/FoldedColumn";
import { useWords } from "../../words/useWords";
import { board } from "./useBoard";
import type { Verdict } from "./useVerdict";
import cardClasses from "../../kit/CaseCard.module.css";
import classes from "./Column.module.css";

interface DraggedProps {
  c: Card;
  name: string;
  now: number;
  fresh: boolean;
  tabIndex: number;
}

/** A card that the mouse or a finger takes along; the keyboard acts by letters instead. */
export function Dragged({ c, name, now, fresh, tabIndex }: DraggedProps) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: c.id, data: { card: c } });
  return (
    <article
      ref={setNodeRef}
      className={cardClasses.card}
      data-dragging={isDragging || undefined}
      onPointerEnter={() => board.seen(c.id)}
      {...listeners}
    >
      <CaseCard c={c} name={name} now={now} fresh={fresh} tabIndex={tabIndex} />
    </article>
  );
}

interface ColumnProps {
  status: Status;
  list: Card[];
  nameOf: (reference: string) => string;
  now: number;
  fresh: ReadonlySet<string>;
  current: string | null;
  verdict: Verdict | null;
  onFold?: () => void;
}

/** More than these are not drawn until somebody asks: a column of hundreds would hold up every keystroke. */
const DRAWN = 30;

export function Column({ status, list, nameOf, now, fresh, current, verdict, onFold }: ColumnProps) {
  const { t } = useWords();
  const [drawn, draw] = useState(DRAWN);
  const rest = list.length - drawn;
  const name = t(`board.status.${status}`);
  return (
    <Drop status={status} verdict={verdict} className={classes.column}>
      <h2 id={`col-${status}`} className={classes.title}>
        {name} <span>{list.length}</span>
        {onFold && (
          <ActionIcon
            variant="subtle"
            color="stone"
            size={24}
            className={classes.foldback ?? ""}
            aria-label={t("board.fold", { name })}
            onClick={onFold}
          >
            <IconArrowBarToRight size={15} stroke={1.8} />
          </ActionIcon>
        )}
      </h2>
      {verdict && <Answer verdict={verdict} />}
      <div className={classes.stack} data-column={status}>
        {list.slice(0, drawn).map((c) => (
          <Dragged key={c.id} c={c} name={nameOf(c.reference)} now={now} fresh={fresh.has(c.id)} tabIndex={c.id === current ? 0 : -1} />
        ))}
        {rest > 0 && (
          <Button variant="default" size="xs" className={classes.rest ?? ""} onClick={() => draw(drawn + DRAWN)}>
            {t("board.column.more", { n: Math.min(rest, DRAWN), all: rest })}
          </Button>
        )}
        {list.length === 0 && (
          <Text size="sm" c="dimmed" ta="center" py="lg">
            {t("board.column.empty")}
          </Text>
        )}
      </div>
    </Drop>
  );
}

interface FoldedProps {
  status: Status;
  list: Card[];
  now: number;
  verdict: Verdict | null;
  onOpen: () => void;
}

export const Folded = ({ verdict, ...props }: FoldedProps) => (
  <Drop status={props.status} verdict={verdict} className={classes.folded}>
    <FoldedColumn {...props} />
  </Drop>
);

interface DropProps {
  status: Status;
  verdict: Verdict | null;
  className: string | undefined;
  children: ReactNode;
}

function Drop({ status, verdict, className, children }: DropProps) {
  const { setNodeRef, isOver } = useDroppable({ id: status });
  return (
    <section
      ref={setNodeRef}
      className={className}
      aria-labelledby={`col-${status}`}
      data-verdict={verdict?.kind}
      data-over={isOver || undefined}
    >
      {children}
    </section>
  );
}

/** While a card is in the air: what dropping it here would do, or why it would not. */
function Answer({ verdict }: { verdict: Verdict }) {
  const { t } = useWords();
  if (verdict.kind === "open") return <p className={classes.answer}>{t("board.column.drop", { action: verdict.name })}</p>;
  if (verdict.kind !== "refused") return null;
  return (
    <p className={classes.answer}>
      <IconLock size={14} stroke={2} aria-hidden /> {verdict.why}
    </p>
  );
}
