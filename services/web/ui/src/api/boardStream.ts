import { parsed } from "./json";
import { askWho } from "./me";
import type { Card } from "./responder";
import { session, watchSession } from "./session";

/** Whether what is shown is what happens: `broken` once it was not for three seconds. */
export type Live = "connecting" | "live" | "broken";

/** How far the tasks of a card are, told apart from it. */
export type CardTasks = { id: string } & Required<Pick<Card, "taskProgress" | "openMandatoryTasks" | "tasksRevision">>;

export interface Watcher {
  /** The stream is open: what is loaded from now on misses nothing. */
  opened?: () => void;
  card?: (card: Card) => void;
  tasks?: (tasks: CardTasks) => void;
  removed?: (id: string) => void;
  live?: (live: Live) => void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const PATIENCE = 3_000;
/** From one page to the next the stream stays. */
const LINGER = 30_000;
/** The service says something every 15 s: after twice that, and a little, the stream is dead, whatever the network says. */
const LONGEST_SILENCE = 40_000;
/** A page that is looked at again, or a network that is back: then less is enough to doubt it. */
const DOUBTFUL_SILENCE = 20_000;

const watchers = new Set<Watcher>();
let source: EventSource | undefined;
let heardAt = 0;
let again: ReturnType<typeof setTimeout> | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;
let complaint: ReturnType<typeof setTimeout> | undefined;
let silence: ReturnType<typeof setTimeout> | undefined;
let pause = FIRST_PAUSE;
let live: Live = "connecting";

function say(now: Live) {
  if (live === now) return;
  live = now;
  for (const watcher of watchers) watcher.live?.(now);
}

/** The one word of each event, and who is told of it. */
const TOLD = {
  card: (watcher: Watcher, told: unknown) => watcher.card?.(told as Card),
  tasks: (watcher: Watcher, told: unknown) => watcher.tasks?.(told as CardTasks),
  removed: (watcher: Watcher, told: unknown) => watcher.removed?.((told as { id: string }).id),
};

function heard() {
  heardAt = Date.now();
  clearTimeout(silence);
  silence = setTimeout(reopen, LONGEST_SILENCE);
}

function open() {
  const mine = new EventSource("/api/board/stream");
  source = mine;
  heard();
  mine.addEventListener("open", () => {
    heard();
    pause = FIRST_PAUSE;
    clearTimeout(complaint);
    complaint = undefined;
    say("live");
    for (const watcher of watchers) watcher.opened?.();
  });
  // It ends every few minutes, as the token does: we come back ourselves, since a browser gives up where it was refused.
  mine.addEventListener("error", () => {
    const refused = mine.readyState === EventSource.CLOSED;
    lost();
    // A stream does not say why. Whether it is the session that has ended, an answer of the ordinary kind does, and notes it.
    if (refused && session.standing() === "here") askWho().catch(() => undefined);
    again = setTimeout(open, pause * (0.75 + Math.random() / 2));
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  });
  mine.addEventListener("beat", heard);
  // More pages of this session are open than have a stream each: one that nobody looks at waits until somebody does.
  mine.addEventListener("replaced", () => {
    lost();
    if (document.visibilityState === "visible") again = setTimeout(open, LONGEST_PAUSE * (1 + Math.random()));
  });
  for (const [name, tell] of Object.entries(TOLD)) {
    mine.addEventListener(name, (event: MessageEvent<string>) => {
      heard();
      const told = parsed(event.data);
      for (const watcher of watchers) tell(watcher, told);
    });
  }
}

/** From here on what is shown may be old. */
function lost() {
  source?.close();
  source = undefined;
  clearTimeout(again);
  clearTimeout(silence);
  again = silence = undefined;
  complaint ??= setTimeout(() => say("broken"), PATIENCE);
}

function reopen() {
  lost();
  pause = FIRST_PAUSE;
  open();
}

/** The machine has slept, or the network was away: timers and connections may both have stood still. */
function doubt() {
  if (watchers.size === 0) return;
  if (source?.readyState !== EventSource.OPEN || Date.now() - heardAt > DOUBTFUL_SILENCE) reopen();
}

function looked() {
  if (document.visibilityState === "visible") doubt();
}

/** Nothing comes any more. A browser can be wrong about it: tried now and then all the same. */
function offline() {
  if (watchers.size === 0) return;
  lost();
  again = setTimeout(open, LONGEST_PAUSE);
}

/** Signed in again: the refusals meanwhile have made the pauses long. */
watchSession(() => {
  if (session.standing() === "here") doubt();
});

function listen(to: "addEventListener" | "removeEventListener") {
  document[to]("visibilitychange", looked);
  window[to]("pageshow", doubt);
  window[to]("online", doubt);
  window[to]("offline", offline);
}

/** One stream for the whole page, however many look at it. */
export function watchBoard(watcher: Watcher): () => void {
  clearTimeout(leaving);
  if (watchers.size === 0) listen("addEventListener");
  watchers.add(watcher);
  watcher.live?.(live);
  if (source?.readyState === EventSource.OPEN) watcher.opened?.();
  else if (!source && !again) open();
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) leaving = setTimeout(close, LINGER);
  };
}

function close() {
  listen("removeEventListener");
  lost();
  clearTimeout(complaint);
  complaint = undefined;
  live = "connecting";
  pause = FIRST_PAUSE;
}
