import { beforeEach, describe, expect, it } from "vitest";
import { Shelf } from "../../testing/shelf";
import { bodyOf, international, missingDigits, noticedAt } from "./body";
import { type Draft, Drafts, emptyDraft } from "./draft";
import { faultsOf } from "./faults";

const NOW = Date.parse("2026-11-24T05:34:00Z"); // 06:34 in Paris
const draft = (more: Partial<Draft> = {}): Draft => ({ ...emptyDraft("key-1", "2026-11-24T05:30:00Z"), ...more });
const least = (more: Partial<Draft> = {}): Draft =>
  draft({
    establishment: "990000010",
    description: "Les fichiers finissent en .lck",
    since: "now",
    touchedAt: "2026-11-24T05:30:00.000Z",
    name: "Hélène Vasseur",
    phone: "06 39 98 41 07",
    ...more,
  });
const faults = (d: Draft, behalf = false) => faultsOf(d, NOW, behalf).map((f) => `${f.field}: ${f.reason}`);

describe("a draft on the device", () => {
  let shelf: Shelf;
  let drafts: Drafts;
  beforeEach(() => {
    shelf = new Shelf();
    drafts = new Drafts(shelf);
  });

  it("is found again after the page was closed", () => {
    drafts.keep("anne.declare", least());
    expect(new Drafts(shelf).find("anne.declare", NOW)).toEqual(least());
  });

  it("belongs to one person", () => {
    drafts.keep("anne.declare", least());
    expect(drafts.find("paul.declare", NOW)).toBeNull();
  });

  it("is the same object until it changes, as a store must give it", () => {
    drafts.keep("a", least());
    expect(drafts.find("a", NOW)).toBe(drafts.find("a", NOW));
  });

  it("is dropped after a week, when spoilt, and when discarded", () => {
    drafts.keep("old", draft({ savedAt: "2026-11-16T05:00:00Z" }));
    expect(drafts.find("old", NOW)).toBeNull();
    shelf.setItem("pris.draft.spoilt", "{");
    expect(drafts.find("spoilt", NOW)).toBeNull();
    drafts.keep("gone", least());
    drafts.discard("gone");
    expect(drafts.find("gone", NOW)).toBeNull();
  });

  it("of an earlier build gets what was added since", () => {
    shelf.setItem("pris.draft.a", JSON.stringify({ key: "k", savedAt: "2026-11-24T05:00:00Z", name: "Anne" }));
    expect(drafts.find("a", NOW)).toEqual({ ...emptyDraft("k", "2026-11-24T05:00:00Z"), name: "Anne" });
  });

  it("does not stop anybody where the storage is full, but says so", () => {
    shelf.full = true;
    expect(drafts.keep("a", least())).toBe(false);
    shelf.full = false;
    expect(drafts.keep("a", least())).toBe(true);
  });

  it("tells who listens, also of what another tab keeps", () => {
    let told = 0;
    const stop = drafts.subscribe(() => told++);
    drafts.keep("a", least());
    drafts.discard("a");
    drafts.heard({ key: "pris.draft.a" });
    drafts.heard({ key: "pris.language" });
    stop();
    drafts.keep("a", least());
    expect(told).toBe(3);
  });
});

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
    const typed = { nationalAt: { day: "2026-11-24", time: "06:30" }, nationalReference: " S-12 " };
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
    expect(noticedAt(draft({ since: "hour", noticed: { day: "", time: "23:50" } }), midnight)).toBe("2026-11-24T22:50:00.000Z");
    expect(noticedAt(draft({ since: "hour", noticed: { day: "", time: "00:05" } }), midnight)).toBe("2026-11-24T23:05:00.000Z");
  });

  it("earlier needs a day and a time", () => {
    expect(noticedAt(draft({ since: "earlier", noticed: { day: "2026-11-23", time: "" } }), NOW)).toBeNull();
    expect(noticedAt(draft({ since: "earlier", noticed: { day: "2026-11-23", time: "22:00" } }), NOW)).toBe("2026-11-23T21:00:00.000Z");
  });
});

describe("what stops the sending", () => {
  it("is nothing more than the least", () => {
    expect(faults(least())).toEqual([]);
    expect(faults(draft())).toEqual([
      "establishment: establishment",
      "description: description",
      "since: since",
      "name: name",
      "phone: phone.empty",
    ]);
  });

  it("on behalf of somebody, also the channel", () => {
    expect(faults(least(), true)).toEqual(["channel: channel"]);
    expect(faults(least({ channel: "PHONE" }), true)).toEqual([]);
  });

  it("says how much is missing", () => {
    expect(faultsOf(least({ description: "Panne du réseau" }), NOW, false)).toEqual([
      { field: "description", reason: "description", n: 5 },
    ]);
    expect(faultsOf(least({ phone: "06 39 98 41" }), NOW, false)).toEqual([{ field: "phone", reason: "phone.short", n: 2 }]);
    expect(faults(least({ phone: "06 39 98 41 07 9" }))).toEqual(["phone: phone.long"]);
  });

  it("any one way to reach the person is enough", () => {
    expect(faults(least({ phone: "", outOfBandContact: "salle de crise, poste 41" }))).toEqual([]);
    expect(faults(least({ phone: "", email: "anne@exemple" }))).toEqual(["email: email"]);
  });

  it("is a time that lies ahead, or a beginning after the noticing", () => {
    expect(faults(least({ since: "hour", noticed: { day: "", time: "06:50" } }))).toEqual(["since: future"]);
    expect(faults(least({ began: { day: "2026-11-24", time: "06:32" } }))).toEqual(["began: began"]);
    expect(faults(least({ began: { day: "2026-11-24", time: "" } }))).toEqual(["began: began.time"]);
  });
});

describe("a phone number", () => {
  it.each([
    ["06 39 98 41 07", "+33639984107"],
    ["+33 6 39 98 41 07", "+33639984107"],
    ["+33 (0)6.39.98.41.07", "+33639984107"],
    ["+41 22 555 01 02", "+41225550102"],
    ["  ", ""],
  ])("%s is stored as %s", (typed, stored) => {
    expect(international(typed)).toBe(stored);
  });

  it("of another country is not counted", () => {
    expect(missingDigits("+41 22 555")).toBe(0);
  });
});
