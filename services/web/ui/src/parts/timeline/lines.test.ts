import { describe, expect, it } from "vitest";
import type { Entry } from "../../api/entries";
import { daysOf, delayOf, familyOf, grouped, linesOf, removedOf, sideOf, situationOf, timelineSearch } from "./lines";

const salts = { author: "a", text: "t", data: "d" };
const entry = (seq: number, occurredAt: string, of: Partial<Entry> = {}) =>
  ({ seq, occurredAt, recordedAt: occurredAt, corrects: null, type: "note.written.v1", salts, data: null, ...of }) as unknown as Entry;

describe("the lines of a timeline", () => {
  it("stand by the time when things happened, whatever the order of recording", () => {
    const lines = linesOf([entry(1, "2026-11-24T08:00:00Z"), entry(2, "2026-11-24T06:00:00Z"), entry(3, "2026-11-24T08:00:00Z")]);
    expect(lines.map((it) => it.entry.seq)).toEqual([3, 1, 2]);
  });

  it("carry their corrections, and those of the corrections, oldest first", () => {
    const lines = linesOf([
      entry(5, "2026-11-24T07:00:00Z", { corrects: 4 }),
      entry(4, "2026-11-24T07:00:00Z", { corrects: 2 }),
      entry(3, "2026-11-24T09:00:00Z"),
      entry(2, "2026-11-24T06:00:00Z"),
    ]);
    expect(lines.map((it) => [it.entry.seq, it.corrections.map((c) => c.seq)])).toEqual([
      [3, []],
      [2, [4, 5]],
    ]);
  });

  it("stand alone where what they correct is not loaded, and never under a later line", () => {
    const lines = linesOf([entry(9, "2026-11-24T07:00:00Z", { corrects: 1 }), entry(8, "2026-11-24T06:00:00Z", { corrects: 9 })]);
    expect(lines.map((it) => it.entry.seq)).toEqual([9, 8]);
  });

  it("fall into the days of Paris", () => {
    const days = daysOf(linesOf([entry(1, "2026-11-23T22:59:00Z"), entry(2, "2026-11-23T23:30:00Z"), entry(3, "2026-11-24T10:00:00Z")]));
    expect(days.map(({ day, lines }) => [day, lines.length])).toEqual([
      ["2026-11-24", 2],
      ["2026-11-23", 1],
    ]);
  });
});

describe("one line", () => {
  it("says how late it was recorded from five minutes, and loudly after half an hour", () => {
    const recorded = (minutes: number) =>
      delayOf(
        entry(1, "2026-11-24T08:00:00Z", { recordedAt: new Date(Date.parse("2026-11-24T08:00:00Z") + minutes * 60_000).toISOString() }),
      );
    expect(recorded(4)).toBeNull();
    expect(recorded(15)).toEqual({ length: 900_000, late: false });
    expect(recorded(31)?.late).toBe(true);
  });

  it("is the attacker's only where its note says so", () => {
    expect(sideOf(entry(1, "2026-11-24T08:00:00Z", { data: { side: "ATTACKER" } }))).toBe("ATTACKER");
    expect(sideOf(entry(1, "2026-11-24T08:00:00Z", { data: null }))).toBe("RESPONSE");
  });

  it("comes from the family of its type, known or not", () => {
    const of = (type: string) => familyOf(entry(1, "2026-11-24T08:00:00Z", { type }));
    expect([of("tasks.laid-out.v1"), of("case.opened.v1"), of("entry.redacted.v1"), of("new.thing.v1")]).toEqual([
      "task",
      "case",
      "entry",
      "other",
    ]);
  });

  it("has lost the parts without a salt, not those that were empty", () => {
    expect(removedOf(entry(1, "2026-11-24T08:00:00Z", { text: null }))).toEqual([]);
    expect(removedOf(entry(1, "2026-11-24T08:00:00Z", { salts: { ...salts, text: null, author: null } }))).toEqual(["author", "text"]);
  });

  it("shows its digest in groups of sixteen", () => {
    expect(grouped("a".repeat(32))).toBe(`${"a".repeat(16)} ${"a".repeat(16)}`);
  });
});

describe("the address of the page", () => {
  it("keeps the kind and the side, if there are such", () => {
    expect(timelineSearch({ kind: "DECISION", side: "ATTACKER", x: 1 })).toEqual({ kind: "DECISION", side: "ATTACKER" });
    expect(timelineSearch({ kind: "RUMOUR", side: "LEFT" })).toEqual({});
  });
});

describe("the situation", () => {
  const first = entry(1, "2026-11-24T06:00:00Z", { text: "Messagerie coupée" });
  const second = entry(2, "2026-11-24T08:00:00Z", { text: "Dossier patient revenu" });

  it("is the latest report by its own time, not the last recorded", () => {
    expect(situationOf([entry(3, "2026-11-24T07:00:00Z", { text: "retard" }), second, first])?.text).toBe("Dossier patient revenu");
  });

  it("is told in the words of its correction; an earlier report that is corrected does not take its place", () => {
    const corrected = entry(3, "2026-11-24T08:00:00Z", { text: "Dossier patient revenu, en lecture", corrects: 2 });
    expect(situationOf([corrected, second, first])?.text).toBe("Dossier patient revenu, en lecture");
    expect(situationOf([entry(4, "2026-11-24T06:00:00Z", { text: "x", corrects: 1 }), second, first])?.text).toBe("Dossier patient revenu");
    expect(situationOf([])).toBeNull();
  });

  it("is what one comes to write by its link", () => {
    expect(timelineSearch({ write: "SITUATION" })).toEqual({ write: "SITUATION" });
    expect(timelineSearch({ write: "POEM" })).toEqual({});
  });
});
