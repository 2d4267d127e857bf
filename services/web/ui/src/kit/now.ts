import { useSyncExternalStore } from "react";

/** Clocks are legal and phones are wrong: the difference to the server's clock, from the `Date` of its answers, once it is worth correcting. */
let skew = 0;
const TOLERATED = 5_000;

export function observeServerTime(date: string | null, local = Date.now()) {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(server)) return;
  const difference = server - local;
  skew = Math.abs(difference) > TOLERATED ? difference : 0;
}

/** A time of this device, as the server would have told it. */
export const onServer = (local: number): number => local + skew;
export const serverNow = (): number => onServer(Date.now());

const TICK = 10_000;
let current = serverNow();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    current = serverNow();
    for (const each of listeners) each();
  }, TICK);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** Now, in ms, the same for the whole page, moving every ten seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => {
    if (timer === undefined) current = Math.max(current, Math.floor(serverNow() / TICK) * TICK);
    return current;
  });
}
