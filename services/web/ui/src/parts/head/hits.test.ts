import { describe, expect, it } from "vitest";
import type { Card } from "../../api/responder";
import { hitsOf } from "./hits";

const card = (id: string, of: Partial<Card> = {}) =>
  ({
    id,
    reference: `PRIS-2026-00000${id}`,
    status: "RECEIVED",
    affected: [{ name: "CH Nord-Beaujour", finess: "990000010", commune: "Villebois" }],
    patientHarm: "UNKNOWN",
    severity: null,
    presumedSeverity: null,
    clocks: [],
    exercise: false,
    ...of,
  }) as unknown as Card;

const NOW = Date.parse("2026-12-01T08:00:00Z");
const ids = ({ open, ended }: ReturnType<typeof hitsOf>) => [open.map((c) => c.id), ended.map((c) => c.id)];

describe("the hits of a search", () => {
  const known = [card("1"), card("2", { patientHarm: "PROVEN" }), card("3", { affected: [] })];
  const served = [card("8", { status: "CLOSED" }), card("9", { status: "REJECTED" })];

  it("are open cases by urgency, then those that have ended", () => {
    expect(ids(hitsOf("villebois", known, served, NOW))).toEqual([
      ["2", "1"],
      ["8", "9"],
    ]);
  });

  it("begin with the case whose reference was pasted, whatever its case and blanks", () => {
    expect(ids(hitsOf(" pris 2026 000001", known, [], NOW))[0]?.[0]).toBe("1");
    expect(ids(hitsOf("PRIS-2026-000009", [], served, NOW))[1]?.[0]).toBe("9");
  });

  it("have each case once, as it is known here", () => {
    expect(ids(hitsOf("beaujour", known, [card("1", { status: "CLOSED" })], NOW))).toEqual([["2", "1"], []]);
  });

  it("are none where nothing is asked", () => {
    expect(ids(hitsOf("  ", known, served, NOW))).toEqual([[], []]);
  });
});
