import { beforeAll, describe, expect, it } from "vitest";
import { at, draft, least, NOW } from "../../testing/drafts";
import { bodyOf, noticedAt } from "./body";
import { loadPlans } from "./phones";

beforeAll(loadPlans);

describe("what is sent", () => {
  it("is only what was answered", () => {
    expect(bodyOf(least(), NOW)).toEqual({
      establishment: "990000010",
      channel: "PORTAL",
      exercise: false,
      declarant: { name: "Hélène Vasseur", phone: "+33639984107" },
      discoveredAt: "2026-11-24T05:30:00.000Z",
      description: "Les fichiers finissent en .lck",
    });
  });

  it("is an alert of a way to reach somebody alone: what nobody said is absent", () => {
    expect(bodyOf(draft({ establishment: "990000010", phone: "06 39 98 41 07" }), NOW)).toEqual({
      establishment: "990000010",
      channel: "PORTAL",
      exercise: false,
      declarant: { phone: "+33639984107" },
    });
  });

  it("has no answer that cannot be seen", () => {
    const unseen = "\u00a0\u200b";
    const body = bodyOf(least({ description: unseen, name: unseen, email: unseen, national: "YES", nationalReference: unseen }), NOW);
    expect(body).not.toHaveProperty("description");
    expect(body.declarant).toEqual({ phone: "+33639984107" });
    expect(body.nationalReport).toEqual({ done: "YES" });
  });

  it("says « do not know » as an answer", () => {
    const body = bodyOf(least({ vitalServiceDown: "UNKNOWN", personalData: "UNKNOWN", national: "NO", systems: { EHR: "UNKNOWN" } }), NOW);
    expect(body).toMatchObject({
      vitalServiceDown: "UNKNOWN",
      dataImpact: { personalData: "UNKNOWN" },
      nationalReport: { done: "NO" },
      affectedSystems: [{ system: "EHR", state: "UNKNOWN" }],
    });
    expect(body.dataImpact).not.toHaveProperty("integrity");
  });

  it("takes the type from the sentence, unless a more precise one was given", () => {
    expect(bodyOf(least({ sentence: "files" }), NOW).incidentType).toBe("RANSOMWARE");
    expect(bodyOf(least({ sentence: "files", incidentType: "OTHER_MALWARE" }), NOW).incidentType).toBe("OTHER_MALWARE");
    expect(bodyOf(least(), NOW)).not.toHaveProperty("incidentType");
  });

  it("gives the national report's time and reference only where it was made", () => {
    const typed = { nationalAt: at("2026-11-24", "06:30"), nationalReference: " S-12 " };
    expect(bodyOf(least({ ...typed, national: "YES" }), NOW).nationalReport).toEqual({
      done: "YES",
      at: "2026-11-24T05:30:00.000Z",
      reference: "S-12",
    });
    expect(bodyOf(least({ ...typed, national: "NO" }), NOW).nationalReport).toEqual({ done: "NO" });
  });
});

describe("when it was noticed", () => {
  it("« just now » is the time of the touch, not of the sending", () => {
    expect(noticedAt(least(), NOW + 3 * 3_600_000)).toBe("2026-11-24T05:30:00.000Z");
  });

  it("less than an hour ago, just after midnight, was yesterday", () => {
    const midnight = Date.parse("2026-11-24T23:10:00Z"); // 00:10 in Paris
    expect(noticedAt(draft({ since: "hour", noticed: at("", "23:50") }), midnight)).toBe("2026-11-24T22:50:00.000Z");
    expect(noticedAt(draft({ since: "hour", noticed: at("", "00:05") }), midnight)).toBe("2026-11-24T23:05:00.000Z");
  });

  it("of an hour that comes twice is the one that was chosen, else the first", () => {
    const noticed = (turn: "" | "first" | "second") =>
      noticedAt(draft({ since: "earlier", noticed: at("2026-10-25", "02:30", turn) }), NOW);
    expect(noticed("")).toBe("2026-10-25T00:30:00.000Z");
    expect(noticed("first")).toBe("2026-10-25T00:30:00.000Z");
    expect(noticed("second")).toBe("2026-10-25T01:30:00.000Z");
  });

  it("less than an hour ago, in the night of the two hours, is the last one that has passed", () => {
    const half = draft({ since: "hour", noticed: at("", "02:30") });
    expect(noticedAt(half, Date.parse("2026-10-25T00:50:00Z"))).toBe("2026-10-25T00:30:00.000Z");
    expect(noticedAt(half, Date.parse("2026-10-25T01:50:00Z"))).toBe("2026-10-25T01:30:00.000Z");
  });

  it("earlier needs a day and a time", () => {
    expect(noticedAt(draft({ since: "earlier", noticed: at("2026-11-23", "") }), NOW)).toBeNull();
    expect(noticedAt(draft({ since: "earlier", noticed: at("2026-11-23", "22:00") }), NOW)).toBe("2026-11-23T21:00:00.000Z");
  });
});
