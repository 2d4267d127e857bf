import { describe, expect, it } from "vitest";
import type { Entry } from "../../api/entries";
import { changedNote, dropNote, noteOf } from "./noteDraft";

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
  it("is there again after a correction or another tab, until it is sent", () => {
    const { key } = changedNote("a", null, { text: "Le domaine " });
    changedNote("a", null, { kind: "ACTION" });
    expect(noteOf("a", entry).text).toBe("Entrée par le VPN");
    changedNote("a", entry, { text: "Entrée par la messagerie" });
    expect(noteOf("a", null)).toMatchObject({ key, text: "Le domaine ", kind: "ACTION" });
    expect(noteOf("b", null).text).toBe("");
    dropNote("a", null);
    expect(noteOf("a", null).text).toBe("");
    expect(noteOf("a", null).key).not.toBe(key);
    expect(noteOf("a", entry).text).toBe("Entrée par la messagerie");
  });

  it("keeps of what it corrects all that is right", () => {
    expect(noteOf("c", entry)).toMatchObject({
      kind: "HYPOTHESIS",
      past: true,
      occurredAt: "2026-11-24T05:00:00Z",
      side: "ATTACKER",
      tlp: "RED",
      audience: "ESTABLISHMENT",
      technique: "T1133",
      confidence: "PROBABLE",
    });
    expect(noteOf("c", { ...entry, data: { confidence: "SURE" } }).confidence).toBeNull();
  });
});
