/** The fields of a form, as the case has them. */
export type Fields = object;
export type Name<F extends Fields> = keyof F & string;

/** What one person has touched in a form, and what each of these fields was when they did. */
export interface Touched<F extends Fields> {
  readonly typed: Partial<F>;
  readonly seen: Partial<F>;
}

export const untouched = { typed: {}, seen: {} };

/** Absent and null are one: nobody has said anything. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Typing what stands there already takes the touch back. */
export function touch<F extends Fields, N extends Name<F>>(touched: Touched<F>, now: F, name: N, value: F[N]): Touched<F> {
  const { [name]: _, ...typed } = touched.typed;
  const { [name]: before, ...seen } = touched.seen;
  if (same(value, now[name])) return { typed, seen } as Touched<F>;
  const known = Object.hasOwn(touched.seen, name) ? before : now[name];
  return { typed: { ...typed, [name]: value }, seen: { ...seen, [name]: known } } as unknown as Touched<F>;
}

/** The form as its writer sees it: what they touched, and everything else as it is now. */
export const shownOf = <F extends Fields>(touched: Touched<F>, now: F): F => ({ ...now, ...touched.typed });

/** What they touched and what is not so already: nothing else is theirs to send. */
export const sentOf = <F extends Fields>(touched: Touched<F>, now: F): Partial<F> =>
  Object.fromEntries(Object.entries(touched.typed).filter(([name, value]) => !same(value, now[name as keyof F]))) as Partial<F>;

/** The touched fields that a colleague has meanwhile set to something else. */
export const clashesOf = <F extends Fields>(touched: Touched<F>, now: F): Name<F>[] =>
  (Object.keys(sentOf(touched, now)) as Name<F>[]).filter((name) => !same(touched.seen[name], now[name]));

/** The fields that are no more what they were when the form was opened. */
export const changedOf = <F extends Fields>(begun: F, now: F): Name<F>[] =>
  ([...new Set([...Object.keys(begun), ...Object.keys(now)])] as Name<F>[]).filter((name) => !same(begun[name], now[name]));

/** One's own answer stands, now that the colleague's has been read. */
export const insist = <F extends Fields>(touched: Touched<F>, now: F, name: Name<F>): Touched<F> => ({
  ...touched,
  seen: { ...touched.seen, [name]: now[name] },
});
