import { describe, expect, it } from "vitest";
import type { Entry } from "../../api/entries";
import { begin, noteForm, readNote } from "./noteDraft";

const entry = {
  seq: 4,
  kind: "HYPOTHESIS",
  text: "Entrée par le VPN",
  occurredAt: "2026-11-24T05:00:00Z",
  audience: "ESTABLISHMENT",
  tlp: "RED",
  data: { side: "ATTACKER", technique: "T1133", confidence: "PROBABLE" },
} as unknown as Entry;

describe("a note that is being written", () => {
  it("has a name of its own beside each correction and each situation report", () => {
    const names = [
      noteForm("a", null, undefined),
      noteForm("a", entry, undefined),
      noteForm("a", null, "SITUATION"),
      noteForm("b", null, undefined),
    ];
    expect(new Set(names).size).toBe(4);
  });

  it("is the kind that one came to write", () => {
    expect(begin(null, "SITUATION").kind).toBe("SITUATION");
    expect(begin(null).kind).toBe("FACT");
  });

  it("keeps of what it corrects all that is right", () => {
    expect(begin(entry)).toMatchObject({
      kind: "HYPOTHESIS",
      past: true,
      occurredAt: "2026-11-24T05:00:00Z",
      side: "ATTACKER",
      tlp: "RED",
      audience: "ESTABLISHMENT",
      technique: "T1133",
      confidence: "PROBABLE",
    });
    expect(begin({ ...entry, data: { confidence: "SURE" } }).confidence).toBeNull();
  });

  it("is read back as it was kept, its key too: sent twice it is one line", () => {
    const note = { ...begin(null), text: "Le domaine" };
    expect(readNote(JSON.parse(JSON.stringify(note)))).toEqual(note);
  });

  it.each([null, "x", { tlp: "PURPLE" }, { kind: "RUMOUR" }, { past: "yes" }, { text: 3 }, { side: "US" }, { confidence: "SURE" }])(
    "is nothing where %o was kept",
    (stored) => {
      expect(readNote(stored)).toBeNull();
    },
  );
});
