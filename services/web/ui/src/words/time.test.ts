import { describe, expect, it } from "vitest";
import { clockTime, dayName, dayOf, daysBetween, duration, fullTime, instantsInParis, shortDay, timeOf } from "./time";

const MIN = 60_000;
const HOUR = 60 * MIN;

describe("times", () => {
  it("are those of Paris, whatever the browser's zone", () => {
    expect(clockTime("2026-11-24T05:22:00Z", "fr")).toBe("06\u00a0h\u00a022");
    expect(clockTime("2026-07-24T05:22:00Z", "en")).toBe("07:22");
  });

  it("count days by the calendar of Paris", () => {
    expect(daysBetween("2026-11-24T22:59:00Z", "2026-11-24T23:01:00Z")).toBe(1);
    expect(daysBetween("2026-11-24T23:01:00Z", "2026-11-25T10:00:00Z")).toBe(0);
  });

  it("name the year only where it is another", () => {
    expect(dayName("2026-11-27T05:00:00Z", "2026-11-24T05:00:00Z", "fr")).toBe("vendredi 27 novembre");
    expect(dayName("2025-11-27T05:00:00Z", "2026-11-24T05:00:00Z", "fr")).toBe("jeudi 27 novembre 2025");
    expect(fullTime("2026-11-24T05:22:00Z", "fr")).toBe("24 novembre 2026, 06\u00a0h\u00a022");
  });
});

describe("the first of a month", () => {
  it("is its first day in French, and no other is", () => {
    expect(dayName("2026-12-01T05:00:00Z", "2026-11-30T05:00:00Z", "fr")).toBe("mardi 1er décembre");
    expect(shortDay("2027-01-01T05:00:00Z", "fr")).toBe("ven. 1er janv.");
    expect(fullTime("2026-12-01T05:22:00Z", "fr")).toBe("1er décembre 2026, 06\u00a0h\u00a022");
    expect(dayName("2026-12-21T05:00:00Z", "2026-11-30T05:00:00Z", "fr")).toBe("lundi 21 décembre");
    expect(dayName("2026-12-01T05:00:00Z", "2026-11-30T05:00:00Z", "en")).toMatch(/ 1 December$/);
  });
});

describe("a duration", () => {
  it.each([
    [38 * MIN, "38\u00a0min"],
    [41 * HOUR + 12 * MIN, "41\u00a0h\u00a012"],
    [122 * HOUR, "5\u00a0j 2\u00a0h"],
    [-5, "0\u00a0min"],
  ])("of %d ms reads %s", (length, words) => {
    expect(duration(length, "fr")).toBe(words);
  });
});

describe("a wall-clock time of Paris", () => {
  it("is an instant in winter and in summer", () => {
    expect(instantsInParis("2026-11-24", "06:22")).toEqual(["2026-11-24T05:22:00.000Z"]);
    expect(instantsInParis("2026-07-24", "00:30")).toEqual(["2026-07-23T22:30:00.000Z"]);
  });

  it("comes back as it was typed", () => {
    expect(instantsInParis("2026-11-24", "00:05").map((at) => `${dayOf(at)} ${timeOf(at)}`)).toEqual(["2026-11-24 00:05"]);
  });

  it("that comes twice is two instants, the earlier first", () => {
    expect(instantsInParis("2026-10-25", "02:30")).toEqual(["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"]);
    expect(instantsInParis("2026-10-25", "03:00")).toEqual(["2026-10-25T02:00:00.000Z"]);
    expect(instantsInParis("2026-10-25", "01:59")).toHaveLength(1);
  });

  it("that the change of clocks skips is no instant", () => {
    expect(instantsInParis("2027-03-28", "02:30")).toEqual([]);
    expect(instantsInParis("2027-03-28", "03:00")).toEqual(["2027-03-28T01:00:00.000Z"]);
  });

  it("that is none is no instant", () => {
    expect(instantsInParis("", "02:30")).toEqual([]);
    expect(instantsInParis("2026-10-25", "25:61")).toEqual([]);
  });
});
