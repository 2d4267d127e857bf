import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { board } from "./useBoard";

const STEPS: Record<string, [column: number, card: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

const cardsIn = (column: Element) => [...column.querySelectorAll<HTMLElement>("[data-card]")];

/** One card is in the tab order, arrows go on from it; letters are handed on. */
export function useRoving(onLetter: (id: string, letter: string) => void) {
  const ref = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>("[data-card]");
    const id = card?.dataset["card"];
    if (!card || !id || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      move(card, step);
    } else if (/^[a-z]$/i.test(event.key)) onLetter(id, event.key.toLowerCase());
  };

  const move = (from: HTMLElement, [across, along]: [number, number]) => {
    const columns = [...(ref.current?.querySelectorAll("[data-column]") ?? [])].map(cardsIn).filter((cards) => cards.length > 0);
    const x = columns.findIndex((cards) => cards.includes(from));
    const y = columns[x]?.indexOf(from) ?? 0;
    const column = columns[x + across];
    column?.[Math.min(column.length - 1, Math.max(0, y + along))]?.focus();
  };

  const onFocus = (event: FocusEvent) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-card]")?.dataset["card"];
    if (!id) return;
    setCurrent(id);
    board.seen(id);
  };
  return { ref, current, handlers: { onKeyDown, onFocus } };
}
