import { describe, expect, it } from "vitest";
import type { Declaration } from "../../api/declarations";
import { at } from "../../testing/drafts";
import { answersOf } from "./body";
import { chosenOf } from "./Choices";
import { patientNumber, without } from "./codes";
import { emptyDraft } from "./draft";
import { changesOf, complementOf, draftOf } from "./draftOf";
import { patchOf } from "./patch";

const declared: Declaration = {
  id: "11111111-1111-4111-8111-111111111111",
  reference: "DEC-2026-000149",
  version: 2,
  exercise: false,
  channel: "PORTAL",
  establishment: { finess: "990000010", legalEntity: "990000127", name: "CH du Val-Brisé", department: "38" },
  submittedAt: "2026-11-24T05:34:00Z",
  changedAt: "2026-11-24T05:40:00Z",
  warnings: [],
  alreadyOpen: [],
  declarant: { name: "Hélène Vasseur", phone: "+33639984107", email: null },
  discoveredAt: "2026-11-24T05:22:41.123Z",
  description: "Les fichiers finissent en .lck",
  careMode: "DEGRADED",
  affectedSystems: [{ system: "EHR", state: "UNAVAILABLE" }],
  nationalReport: { done: "NO", at: null, reference: null },
};
const NOW = Date.parse("2026-11-24T06:00:00Z");
const said = () => ({ ...emptyDraft("k", "2026-11-24T06:00:00Z"), ...draftOf(declared) });

describe("a complement", () => {
  it("that changes nothing sends nothing, though the form shows minutes only", () => {
    expect(patchOf(answersOf(said(), NOW), answersOf(said(), NOW))).toEqual({});
  });

  it("begins with what was declared", () => {
    expect(said()).toMatchObject({
      establishment: "990000010",
      since: "earlier",
      noticed: at("2026-11-24", "06:22"),
      careMode: "DEGRADED",
      systems: { EHR: "UNAVAILABLE" },
      national: "NO",
      phone: "06 39 98 41 07",
      email: "",
      patientHarm: null,
    });
  });

  it("sends a system more as the whole list, and a corrected time", () => {
    const now = { ...said(), systems: { EHR: "UNAVAILABLE", BACKUP: "ISOLATED" } as const, noticed: at("2026-11-24", "06:10") };
    expect(patchOf(answersOf(said(), NOW), answersOf(now, NOW))).toEqual({
      discoveredAt: "2026-11-24T05:10:00.000Z",
      affectedSystems: [
        { system: "EHR", state: "UNAVAILABLE" },
        { system: "BACKUP", state: "ISOLATED" },
      ],
    });
  });
});

describe("a complement of a declaration without a time", () => {
  it("begins without one, and adds one", () => {
    const unknown: Declaration = { ...declared, discoveredAt: null };
    const begun = { ...emptyDraft("k", "2026-11-24T06:00:00Z"), ...complementOf(unknown) };
    expect(begun.since).toBeNull();
    expect(changesOf(begun, unknown, NOW)).toEqual({});
    const known = { ...begun, since: "earlier" as const, noticed: at("2026-11-24", "06:10") };
    expect(changesOf(known, unknown, NOW)).toEqual({ discoveredAt: "2026-11-24T05:10:00.000Z" });
  });
});

describe("a complement", () => {
  const begun = () => ({ ...emptyDraft("k", "2026-11-24T06:00:00Z"), ...complementOf(declared) });

  it("corrects when it was noticed, and never takes it away", () => {
    expect(changesOf({ ...begun(), since: null }, declared, NOW)).toEqual({});
    expect(changesOf({ ...begun(), since: "earlier", noticed: at("2026-11-24", "") }, declared, NOW)).toEqual({});
  });

  it("keeps the hour that comes twice as it was declared", () => {
    const second: Declaration = { ...declared, discoveredAt: "2026-10-25T01:30:12Z" };
    expect(draftOf(second).noticed).toEqual(at("2026-10-25", "02:30", "second"));
    expect(draftOf({ ...declared, discoveredAt: "2026-10-25T00:30:12Z" }).noticed).toEqual(at("2026-10-25", "02:30"));
  });

  it("leaves alone what the form cannot read and nobody touched", () => {
    const spoken: Declaration = { ...declared, declarant: { name: "Anne", phone: "appelez le standard" } };
    const theirs = { ...emptyDraft("k", "2026-11-24T06:00:00Z"), ...complementOf(spoken), name: "\u200b" };
    expect(changesOf({ ...theirs, careMode: "INTERRUPTED" }, spoken, NOW)).toEqual({ careMode: "INTERRUPTED" });
  });
});

describe("a complement that was begun before somebody else's", () => {
  const theirs: Declaration = { ...declared, version: 3, patientHarm: "POTENTIAL", careMode: "INTERRUPTED", ongoing: "YES" };
  const begun = () => ({ ...emptyDraft("k", "2026-11-24T06:00:00Z"), ...complementOf(declared) });

  it("sends its own changes alone", () => {
    expect(changesOf(begun(), theirs, NOW)).toEqual({});
    expect(changesOf({ ...begun(), ongoing: "NO", email: "h.vasseur@exemple.fr" }, theirs, NOW)).toEqual({
      ongoing: "NO",
      declarant: { email: "h.vasseur@exemple.fr" },
    });
  });

  it("takes back an answer that it began with", () => {
    expect(changesOf({ ...begun(), careMode: null }, theirs, NOW)).toEqual({ careMode: null });
  });

  it.each(["", "{"])("is measured by what is known now where %j is all that it kept", (kept) => {
    expect(changesOf({ ...begun(), begun: kept }, declared, NOW)).toEqual({});
    expect(changesOf({ ...begun(), begun: kept }, theirs, NOW)).toHaveProperty("careMode", "DEGRADED");
  });
});

describe("an answer", () => {
  const options = [{ value: "YES" }, { value: "NO" }] as const;

  it("touched again is taken back: unanswered is not « do not know »", () => {
    expect(chosenOf([...options], "YES", null)).toBe("YES");
    expect(chosenOf([...options], "NO", "YES")).toBe("NO");
    expect(chosenOf([...options], "YES", "YES")).toBeNull();
  });
});

describe("what looks like a patient's number", () => {
  it("is found with or without spaces, and can be taken out", () => {
    const text = "Le dossier 2 84 99 38 999 123 45 ne s’ouvre plus";
    expect(patientNumber(text)).toBe("2 84 99 38 999 123 45");
    expect(patientNumber("n° 184993899912345")).toBe("184993899912345");
    expect(without(text, "2 84 99 38 999 123 45", "[retiré]")).toBe("Le dossier [retiré] ne s’ouvre plus");
  });

  it("is not a phone number or a date", () => {
    expect(patientNumber("Appelez le 06 39 98 41 07 avant le 24 11 2026")).toBeUndefined();
  });
});
