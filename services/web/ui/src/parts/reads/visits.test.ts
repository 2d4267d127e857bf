import { describe, expect, it } from "vitest";
import type { Read } from "../../api/reads";
import { daysOf, shortest, type Told, visitsOf, wholeDownTo } from "./visits";

const at = (time: string) => `2026-11-24T${time}:00Z`;
const read = (time: string, more: Partial<Read> = {}): Read => ({
  at: at(time),
  subject: "anne",
  name: "Anne",
  role: "LEAD",
  action: "READ",
  caseId: "11111111-1111-4111-8111-111111111111",
  what: "case",
  outcome: "ALLOWED",
  ...more,
});
const told = (items: Read[], more = false): Told => ({ items, more });
const lines = (...lists: Told[]) =>
  visitsOf(lists).map(
    (it) =>
      `${it.subject} ${it.what.join("+")} ${new Date(it.from).toISOString().slice(11, 16)}-${new Date(it.to).toISOString().slice(11, 16)}`,
  );

describe("who read a case", () => {
  it("is one list, newest first, whichever service was asked", () => {
    expect(
      lines(told([read("10:00"), read("08:00", { subject: "paul" })]), told([read("09:00", { subject: "zoe", what: "tasks" })]), told([])),
    ).toEqual(["anne case 10:00-10:00", "zoe tasks 09:00-09:00", "paul case 08:00-08:00"]);
  });

  it("is one line for one visit, with everything that was looked at", () => {
    expect(
      lines(
        told([read("10:20"), read("10:00")]),
        told([read("10:12", { what: "tasks" }), read("10:11", { subject: "paul", what: "tasks" }), read("10:05", { what: "tasks" })]),
      ),
    ).toEqual(["anne case+tasks 10:00-10:20", "paul tasks 10:11-10:11"]);
  });

  it("begins a new line after a pause, at midnight in Paris, and for what came out otherwise", () => {
    expect(lines(told([read("10:40"), read("10:20")]))).toHaveLength(2);
    expect(lines(told([read("23:05"), read("22:55")]))).toHaveLength(2);
    expect(lines(told([read("10:05", { outcome: "FORBIDDEN" }), read("10:04"), read("10:03", { action: "CHANGE" })]))).toHaveLength(3);
  });

  it("ends where one list may still have something between", () => {
    const whole = told([read("10:00"), read("07:00", { subject: "paul" })]);
    const begun = told([read("09:30", { subject: "zoe" }), read("09:00", { subject: "zoe", what: "tasks" })], true);
    const further = told([read("08:30", { subject: "max" })], true);
    expect(wholeDownTo([whole, begun, further])).toBe(Date.parse(at("09:00")));
    expect(lines(whole, begun, further)).toEqual(["anne case 10:00-10:00", "zoe case 09:30-09:30", "zoe tasks 09:00-09:00"]);
    expect(shortest([whole, begun, further])).toEqual([begun]);
  });

  it("is told day by day", () => {
    const visits = visitsOf([told([read("23:30"), read("10:00"), read("09:00")])]);
    expect(daysOf(visits).map(({ day, visits: its }) => [day, its.length])).toEqual([
      ["2026-11-25", 1],
      ["2026-11-24", 2],
    ]);
  });
});
