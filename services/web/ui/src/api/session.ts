import { useSyncExternalStore } from "react";

/**
 * How this page stands with the server: `here`, signed in; `ended`, the session is over; `elsewhere`, it was ended on purpose, from another
 * place; `other`, somebody else is signed in now. Whatever it is, what was typed stays on the page, and is sent under no other name.
 */
export type Standing = "here" | "ended" | "elsewhere" | "other";

interface State {
  standing: Standing;
  /** Somebody has just asked to stay. */
  staying: boolean;
}

let state: State = { standing: "here", staying: false };
/** Who this page belongs to, and the CSRF token then: `web` draws another at each sign-in. */
let owner: { subject: string; token: string } | null = null;
let thanks: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const SAID_FOR = 8_000;

function set(part: Partial<State>) {
  if (Object.entries(part).every(([name, value]) => state[name as keyof State] === value)) return;
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

export const session = {
  ended: (standing: "ended" | "elsewhere" = "ended") => {
    // The first answer knows why; those that follow only that there is no session.
    if (state.standing === "here") set({ standing, staying: false });
  },
  /** The server says who is signed in. `token` as it was before the question. */
  is: (subject: string, token: string) => {
    if (owner && owner.subject !== subject) return set({ standing: "other" });
    owner = { subject, token: token || csrfToken() };
    if (state.standing !== "other") set({ standing: "here" });
  },
  stays: () => {
    clearTimeout(thanks);
    set({ staying: true });
    thanks = setTimeout(() => set({ staying: false }), SAID_FOR);
  },
  standing: () => state.standing,
  /** Somebody has signed in since, here or in another tab: it may be somebody else. */
  unsure: () => owner !== null && owner.token !== csrfToken(),
};

export const watchSession = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useSession = (): State => useSyncExternalStore(watchSession, () => state);

/** Tells the other tabs that the session has changed; each asks for itself. */
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("pris.session");
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin to name: it is this one
export const tellTabs = () => channel?.postMessage("changed");
export function hearTabs(listener: () => void): () => void {
  channel?.addEventListener("message", listener);
  return () => channel?.removeEventListener("message", listener);
}

/** The value of a cookie, or nothing. */
export function cookie(name: string, cookies = document.cookie): string | undefined {
  const found = cookies.split("; ").find((c) => c.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}

export const csrfToken = (): string => cookie("XSRF-TOKEN") ?? "";
