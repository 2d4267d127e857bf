import { describe, expect, it } from "vitest";
import type { Standing } from "../api/session";
import { askAgainIn, noticeOf } from "./sessionEnd";

const MIN = 60_000;
const NOW = Date.parse("2026-11-24T13:27:30Z");
const at = (minutes: number) => new Date(NOW + minutes * MIN).toISOString();
const me = (ends: number, forGood = 600) => ({ sessionEndsAt: at(ends), sessionEndsForGood: at(forGood) });
interface Case {
  forGood?: number;
  asked?: number;
  standing?: Standing;
  staying?: boolean;
}
const notice = (ends: number, { forGood = 600, asked = 0, standing = "here", staying = false }: Case = {}) =>
  noticeOf({ standing, staying, me: me(ends, forGood), askedAt: NOW + asked * MIN }, NOW);

describe("what is said of the session", () => {
  it("is nothing while more than five minutes are left", () => {
    expect(notice(60)).toBeNull();
    expect(notice(5.1)).toBeNull();
  });

  it("is its end, from five minutes before", () => {
    expect(notice(4.5)).toEqual({ kind: "soon", at: NOW + 4.5 * MIN });
  });

  it("is not what an answer says that is older than that: somebody may work in another tab", () => {
    expect(notice(4.5, { asked: -10 })).toBeNull();
  });

  it("is to sign in again, where acting would win next to nothing", () => {
    expect(notice(4, { forGood: 4 })?.kind).toBe("good");
    expect(notice(3, { forGood: 7 })?.kind).toBe("good");
    expect(notice(3, { forGood: 20 })?.kind).toBe("soon");
  });

  it("is that it stays, once somebody asked to", () => {
    expect(notice(60, { staying: true })?.kind).toBe("stays");
  });

  it("is that it ended, and how", () => {
    expect(notice(60, { standing: "ended" })).toEqual({ kind: "ended" });
    expect(notice(60, { standing: "elsewhere" })).toEqual({ kind: "elsewhere" });
  });

  it("is nothing where the server does not say when it ends", () => {
    expect(noticeOf({ standing: "here", staying: false, me: {}, askedAt: NOW }, NOW)).toBeNull();
  });
});

describe("the server is asked again", () => {
  const again = (ends: number, standing: Standing = "here") => askAgainIn({ standing, me: me(ends) }, NOW);

  it("when the warning is due, then often enough to see another tab win time", () => {
    expect(again(60)).toBe(55 * MIN + 1);
    expect(again(4)).toBe(20_000);
    expect(again(0.2)).toBe(12_000);
    expect(again(-1)).toBe(5_000);
  });

  it("while signed out, until somebody has signed in", () => {
    expect(again(60, "ended")).toBe(15_000);
    expect(again(60, "elsewhere")).toBe(15_000);
    expect(askAgainIn({ standing: "ended", me: null }, NOW, true)).toBe(60_000);
  });

  it("not at all where it does not say", () => {
    expect(askAgainIn({ standing: "here", me: null }, NOW)).toBe(false);
  });
});
