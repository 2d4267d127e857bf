import type { Me } from "../api/me";
import type { Standing } from "../api/session";

const MINUTE = 60_000;
/** Enough to read it, find the button and press it, also by keyboard or with a screen reader. */
const WARNED_BEFORE = 5 * MINUTE;
const OFTEN = 5_000;

/** What is said of the session beside the work: it ends soon, unless somebody acts or for good; it stays; it is over. */
export type SessionNotice = { kind: "soon" | "good" | "stays"; at: number } | { kind: "ended" | "elsewhere" };

interface Known {
  standing: Standing;
  staying: boolean;
  me: Pick<Me, "sessionEndsAt" | "sessionEndsForGood"> | null;
  /** When `me` was asked for. */
  askedAt: number;
}

const endOf = (me: Known["me"]): number => Date.parse(me?.sessionEndsAt ?? "");

export function noticeOf({ standing, staying, me, askedAt }: Known, now: number): SessionNotice | null {
  if (standing === "ended" || standing === "elsewhere") return { kind: standing };
  const at = endOf(me);
  if (standing === "other" || Number.isNaN(at)) return null;
  if (now < at - WARNED_BEFORE) return staying ? { kind: "stays", at } : null;
  // Work in another tab moves the end: nobody is warned on the word of an answer from before.
  if (askedAt < at - WARNED_BEFORE) return null;
  // Acting would win less than what we warn before.
  return { kind: at > Date.parse(me?.sessionEndsForGood ?? "") - WARNED_BEFORE ? "good" : "soon", at };
}

/** In how many ms the server is asked again how the session stands. Signing in in another tab is told at once: asking is for what was missed. */
export function askAgainIn({ standing, me }: Pick<Known, "standing" | "me">, now: number, hidden = false): number | false {
  if (standing === "ended" || standing === "elsewhere") return hidden ? MINUTE : 3 * OFTEN;
  const left = endOf(me) - now;
  if (standing === "other" || Number.isNaN(left)) return false;
  if (left > WARNED_BEFORE) return left - WARNED_BEFORE + 1;
  return left > OFTEN ? Math.min(4 * OFTEN, left) : OFTEN;
}
