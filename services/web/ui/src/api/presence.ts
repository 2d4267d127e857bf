/** What tells `web` that a page asked by itself: such a request does not keep the session. */
export const BACKGROUND = "X-Pris-Background";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
/** What is asked this soon after a key or a touch was asked by it. */
const SOON = 2_000;
/** Somebody who types is told to the server once a minute, no more. */
const MINUTE = 60_000;

/** Opening the page is the first thing that a person does. */
let actedAt = Date.now();
let toldAt = Number.NEGATIVE_INFINITY;

/** Whether a person is behind a request that is made now: it changes something, or they have just touched the page. */
export function personal(method = "GET", now = Date.now()): boolean {
  if (SAFE.has(method) && now - actedAt > SOON) return false;
  toldAt = now;
  return true;
}

/** A person did something. True where the server has not been told of one for a minute. */
export function acted(now = Date.now()): boolean {
  actedAt = now;
  return now - toldAt > MINUTE;
}

const ACTS = ["keydown", "pointerdown", "wheel"] as const;

/** Calls `tell` where somebody is at work on a page that asks nothing by itself. */
export function watchPresence(tell: () => void): () => void {
  const listener = (event: Event) => {
    if (event.isTrusted && acted()) tell();
  };
  for (const act of ACTS) window.addEventListener(act, listener, { capture: true, passive: true });
  return () => {
    for (const act of ACTS) window.removeEventListener(act, listener, { capture: true });
  };
}
