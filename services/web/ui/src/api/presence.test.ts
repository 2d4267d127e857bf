import { beforeEach, describe, expect, it, vi } from "vitest";

const SECOND = 1_000;
const START = Date.parse("2026-11-24T13:00:00Z");
let presence: typeof import("./presence");

beforeEach(async () => {
  vi.useFakeTimers({ now: START });
  vi.resetModules();
  presence = await import("./presence");
});

describe("a request", () => {
  it("is a person's while the page opens, and right after a touch or a key", () => {
    expect(presence.personal("GET", START + SECOND)).toBe(true);
    expect(presence.personal("GET", START + 30 * SECOND)).toBe(false);
    presence.acted(START + 40 * SECOND);
    expect(presence.personal("GET", START + 41 * SECOND)).toBe(true);
    expect(presence.personal("GET", START + 45 * SECOND)).toBe(false);
  });

  it("that changes something is always a person's", () => {
    expect(presence.personal("POST", START + 3_600 * SECOND)).toBe(true);
  });
});

describe("somebody who types", () => {
  it("is told to the server once a minute", () => {
    const typed = (seconds: number) => presence.acted(START + seconds * SECOND) && presence.personal("GET", START + seconds * SECOND);
    expect(presence.personal("GET", START)).toBe(true);
    expect([10, 30, 59, 62, 63, 100, 121, 123].map(typed)).toEqual([false, false, false, true, false, false, false, true]);
  });
});
