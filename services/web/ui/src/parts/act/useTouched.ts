import { useState } from "react";
import { useKept } from "../../kit/useKept";
import { changedOf, clashesOf, type Fields, insist, type Name, sentOf, shownOf, touch, type Touched, untouched } from "./touched";

/** A form over a case that others may change: what is touched is its writer's, the rest follows the case. */
export function useTouched<F extends Fields>(now: F) {
  const [touched, setTouched] = useState<Touched<F>>(untouched);
  return useForm(now, touched, setTouched);
}

/** The same, kept on this device under a name: after F5 it still knows what each field was when it was touched. */
export function useKeptTouched<F extends Fields>(form: string, now: F, read: (part: unknown) => Partial<F> | null) {
  const kept = useKept<Touched<F>>(form, untouched, (stored) => {
    const { typed, seen } = (stored ?? {}) as Partial<Record<keyof Touched<F>, unknown>>;
    const parts = { typed: read(typed), seen: read(seen) };
    return parts.typed && parts.seen ? { typed: parts.typed, seen: parts.seen } : null;
  });
  return { ...useForm(now, kept.value, (how) => kept.set(how(kept.value))), kept };
}

function useForm<F extends Fields>(now: F, touched: Touched<F>, setTouched: (how: (before: Touched<F>) => Touched<F>) => void) {
  const [begun] = useState(now);
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
