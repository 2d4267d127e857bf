import type { Card } from "./responder";

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
/** From one page to the next the stream stays: the service notices only later that one was left, and a person has four at most. */
const LINGER = 30_000;

const watchers = new Set<Watcher>();
let source: EventSource | undefined;
let again: ReturnType<typeof setTimeout> | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;
let complaint: ReturnType<typeof setTimeout> | undefined;
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

function open() {
  source = new EventSource("/api/board/stream");
  source.addEventListener("open", () => {
    pause = FIRST_PAUSE;
    clearTimeout(complaint);
    complaint = undefined;
    say("live");
    for (const watcher of watchers) watcher.opened?.();
  });
  // It ends every few minutes, as the token does: we come back ourselves, since a browser gives up where it was refused.
  source.addEventListener("error", () => {
    source?.close();
    source = undefined;
    complaint ??= setTimeout(() => say("broken"), PATIENCE);
    clearTimeout(again);
    again = setTimeout(open, pause * (0.75 + Math.random() / 2));
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  });
  for (const [name, tell] of Object.entries(TOLD)) {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      const told: unknown = JSON.parse(event.data);
      for (const watcher of watchers) tell(watcher, told);
    });
  }
}

/** One stream for the whole page, however many look at it. */
export function watchBoard(watcher: Watcher): () => void {
  clearTimeout(leaving);
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
  source?.close();
  source = undefined;
  clearTimeout(again);
  clearTimeout(complaint);
  again = complaint = undefined;
  live = "connecting";
  pause = FIRST_PAUSE;
}
