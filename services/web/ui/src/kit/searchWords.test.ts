import { describe, expect, it } from "vitest";
import { matches, plain, referenceOf, wantedOf, wordsOf } from "./searchWords";

const words = ["CH Nord-Beaujour", "990000010", "Villebois", "PRIS-2026-000004", "Clinique des Œillets", "L’Haÿ-les-Roses"].flatMap(
  wordsOf,
);

describe("a search", () => {
  it.each([
    "CH\u00a0Nord-Beaujour",
    "ch\u202fnord\u2011beaujour",
    "NORD\u2013BEAUJOUR",
    "Nord−Beaujour",
    "nord\u2003beau",
    "\u200bnord\u200b beaujour\ufeff",
    "no\u00adrd",
    "990 000 010",
    "990\u00a0000\u00a0010",
    "990 00",
    "99 0000 010",
    "990000010",
    "villebois",
    "VILLE",
    "oeillets",
    "Œillets",
    "œil",
    "l'hay",
    "L’Haÿ",
    "hay les roses",
    "no\u0000rd",
    "nord\tbeaujour",
    "pris-2026-000004",
    "PRIS 2026 000004",
    "2026 000004",
  ])("finds by %j", (q) => {
    expect(matches(words, q)).toBe(true);
  });

  it.each(["990 000 011", "beaujoux", "ord", "2025 000004"])("finds nothing by %j", (q) => {
    expect(matches(words, q)).toBe(false);
  });

  it("takes a ligature for its letters", () => {
    expect(plain("ﬁnances, Cœur, Œdème, ÆTHER, Straße")).toBe("finances coeur oedeme aether strasse");
  });

  it("joins digits into one number, not a year and a number", () => {
    expect(wantedOf("990 000 010")).toEqual(["990000010"]);
    expect(wantedOf("PRIS 2026 000004")).toEqual(["pris", "2026", "000004"]);
    expect(wantedOf("ehpad 2 4")).toEqual(["ehpad", "2", "4"]);
  });
});

describe("a reference", () => {
  it.each([
    "PRIS-2026-000004",
    "pris-2026-000004",
    " pris-2026-000004 ",
    "PRIS 2026 000004",
    "PRIS\u20112026\u2011000004",
    "PRIS-2026-\u200b000004",
    "PRIS2026000004",
    "pris-2026-4",
    "pris-2026-000004.",
    "« PRIS-2026-000004 »",
  ])("is read from %j", (text) => {
    expect(referenceOf(text)).toBe("PRIS-2026-000004");
  });

  it("has a series of its own for exercises", () => {
    expect(referenceOf("ex-2026-000001")).toBe("EX-2026-000001");
  });

  it.each(["", "DEC-2026-000004", "2026-000004", "00000000-0000-4000-8000-000000000001", "pris-26-4"])("is not %j", (text) => {
    expect(referenceOf(text)).toBeUndefined();
  });
});
