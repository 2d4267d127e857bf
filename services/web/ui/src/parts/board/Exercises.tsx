import { UnstyledButton } from "@mantine/core";
import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { IconChevronRight } from "@tabler/icons-react";
import type { Card } from "../../api/responder";
import { useWords } from "../../words/useWords";
import { Dragged } from "./Column";
import classes from "./Exercises.module.css";

interface ExercisesProps {
  cards: Card[];
  nameOf: (reference: string) => string;
  now: number;
  fresh: ReadonlySet<string>;
  current: string | null;
}

/** Exercises have a lane of their own, below everything that is real: they never stand between emergencies, and count among none. */
export function Exercises({ cards, nameOf, now, fresh, current }: ExercisesProps) {
  const { t } = useWords();
  // a phone has room for what is real
  const wide = useMediaQuery("(min-width: 861px)", true, { getInitialValueInEffect: false });
  const [chosen, choose] = useLocalStorage<boolean | null>({ key: "pris.exercises", defaultValue: null });
  const open = chosen ?? wide;
  return (
    <section className={classes.lane} aria-labelledby="exercises">
      <h2 id="exercises" className={classes.title}>
        <UnstyledButton aria-expanded={open} onClick={() => choose(!open)}>
          <IconChevronRight size={14} stroke={2} aria-hidden />
          {t("board.exercises")} <span>{cards.length}</span>
        </UnstyledButton>
      </h2>
      {open && (
        <ul className={classes.cards} data-column="exercises">
          {cards.map((c) => (
            <li key={c.id}>
              <span className={classes.status}>{t(`board.status.${c.status}`)}</span>
              <Dragged c={c} name={nameOf(c.reference)} now={now} fresh={fresh.has(c.id)} tabIndex={c.id === current ? 0 : -1} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
