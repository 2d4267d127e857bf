import { useSyncExternalStore } from "react";
import { type Live, watchBoard } from "../../api/boardStream";
import { body } from "../../api/client";
import { type Card, type CaseView, type Headline, isCard, isHeadline, isWhole, type Listed } from "../../api/responder";
import { triage } from "../../api/services";
import { cardOf, type Cards, freshOf, keepNewest, merged, newer, type Progress, withProgress } from "./cards";

const PAGE = 200;
/** More open cases than this are not on the board; it says so. */
const MOST_PAGES = 5;
const PAUSE = 5_000;

export interface BoardState extends Cards {
  live: Live;
  /** False until the list has come once. */
  loaded: boolean;
  error: unknown;
  /** Not everything is shown. */
  more: boolean;
  /** Came while somebody was looking, and nobody here has looked at it yet. */
  fresh: ReadonlySet<string>;
}

const NOTHING: BoardState = {
  cards: new Map(),
  headlines: [],
  live: "connecting",
  loaded: false,
  error: null,
  more: false,
  fresh: new Set(),
};

let state = NOTHING;
/** What the stream has told since it was opened: newer than any list that was asked for later. */
let told = new Map<string, Card | "removed">();
/** And how far the tasks are: another thread tells it, before the card or before the list has it. */
let progress: Progress = new Map();
let retry: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | undefined;
const listeners = new Set<() => void>();

function set(part: Partial<BoardState>) {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

async function list(signal: AbortSignal): Promise<{ items: Listed[]; more: boolean }> {
  const items: Listed[] = [];
  let next: string | null = "";
  for (let page = 0; next !== null && page < MOST_PAGES; page++) {
    const query: { limit: number; after?: string } = { limit: PAGE, ...(next && { after: next }) };
    const part: { items: Listed[]; next?: string | null } = await body(
      triage.GET("/api/cases", { params: { query: query as never }, signal }),
    );
    items.push(...part.items);
    next = part.next ?? null;
  }
  return { items, more: next !== null };
}

async function load() {
  clearTimeout(retry);
  asking?.abort();
  const mine = (asking = new AbortController());
  try {
    const { items, more } = await list(mine.signal);
    if (mine.signal.aborted) return;
    const headlines: Headline[] = items.filter(isHeadline);
    const listed = items.filter(isCard).map((card) => withProgress(card, progress));
    const cards = merged(listed, told);
    set({ cards, headlines, loaded: true, error: null, more, fresh: freshOf(state, cards) });
  } catch (error) {
    if (mine.signal.aborted) return;
    set({ error });
    retry = setTimeout(() => void load(), PAUSE);
  }
}

function put(came: Card, mine = false) {
  const card = withProgress(came, progress);
  const before = state.cards.get(card.id);
  const cards = new Map(state.cards).set(card.id, newer(before, card));
  const fresh = mine ? state.fresh : freshOf(state, [[card.id, card]]);
  const known = told.get(card.id);
  told.set(card.id, newer(known === "removed" ? undefined : known, card));
  set({ cards, fresh, headlines: state.headlines.filter(({ id }) => id !== card.id) });
}

function start() {
  const stop = watchBoard({
    opened: () => {
      told = new Map();
      progress = new Map();
      void load();
    },
    live: (live) => {
      set({ live });
      // Without a stream an old board is better than none: it says that it is not live.
      if (live === "broken" && !state.loaded) void load();
    },
    card: (card) => put(card),
    tasks: (tasks) => {
      keepNewest(progress, tasks);
      const card = state.cards.get(tasks.id);
      if (card) put(card);
    },
    removed: (id) => {
      told.set(id, "removed");
      const cards = new Map(state.cards);
      cards.delete(id);
      set({ cards });
      void load(); // of a case that was restricted a lead still sees the headline
    },
  });
  return () => {
    stop();
    asking?.abort();
    clearTimeout(retry);
  };
}

let stop: (() => void) | undefined;
function subscribe(listener: () => void) {
  listeners.add(listener);
  stop ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

/** Every open case that this person may see, as it is now. */
export const useBoard = (): BoardState => useSyncExternalStore(subscribe, () => state);

export const board = {
  reload: () => void load(),
  /** What a command answered is shown at once; the stream tells it to the others. */
  keep: (theCase: CaseView) => {
    if (isWhole(theCase)) put(cardOf(theCase), true);
  },
  seen: (id: string) => {
    if (!state.fresh.has(id)) return;
    const fresh = new Set(state.fresh);
    fresh.delete(id);
    set({ fresh });
  },
};
