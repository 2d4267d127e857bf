import { useState } from "react";
import { changedOf, clashesOf, type Fields, insist, type Name, sentOf, shownOf, touch, type Touched, untouched } from "./touched";

/** A form over a case that others may change: what is touched is its writer's, the rest follows the case. */
export function useTouched<F extends Fields>(now: F) {
  const [begun] = useState(now);
  const [touched, setTouched] = useState<Touched<F>>(untouched);
  const clashes = clashesOf(touched, now);
  return {
    shown: shownOf(touched, now),
    sent: sentOf(touched, now),
    clashes,
    /** What a colleague changed and nobody here has touched. */
    moved: changedOf(begun, now).filter((name) => !clashes.includes(name)),
    begun,
    now,
    set: <N extends Name<F>>(name: N, value: F[N]) => setTouched((before) => touch(before, now, name, value)),
    keepMine: (name: Name<F>) => setTouched((before) => insist(before, now, name)),
    takeTheirs: (name: Name<F>) => setTouched((before) => touch(before, now, name, now[name])),
  };
}

export type TouchedForm<F extends Fields> = ReturnType<typeof useTouched<F>>;
