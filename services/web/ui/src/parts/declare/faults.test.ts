import { beforeAll, describe, expect, it } from "vitest";
import { at, draft, least, NOW } from "../../testing/drafts";
import type { Draft } from "./draft";
import { faultsOf } from "./faults";
import { loadPlans } from "./phones";

beforeAll(loadPlans);

const faults = (d: Draft, behalf = false) => faultsOf(d, NOW, behalf).map((f) => `${f.field}: ${f.reason}`);

describe("what stops the sending", () => {
  it("is only that nobody could be reached, and of what establishment", () => {
    expect(faults(least())).toEqual([]);
    expect(faults(draft())).toEqual(["establishment: establishment", "phone: phone.empty"]);
    expect(faults(draft({ establishment: "990000010", outOfBandContact: "salle de crise, poste 41" }))).toEqual([]);
  });

  it("is neither a short description, nor none, nor a time that nobody chose", () => {
    for (const description of ["tout est bloqué", "?", "", "\u200b".repeat(25)]) expect(faults(least({ description }))).toEqual([]);
    expect(faults(least({ since: null, touchedAt: null }))).toEqual([]);
    expect(faults(least({ since: "hour" }))).toEqual([]);
    expect(faults(least({ since: "earlier", noticed: at("2026-11-23", "") }))).toEqual([]);
    expect(faults(least({ began: at("2026-11-24", "") }))).toEqual([]);
  });

  it("on behalf of somebody, also the channel and the name", () => {
    expect(faults(least({ name: "\u00a0\u200b" }), true)).toEqual(["channel: channel", "name: name"]);
    expect(faults(least({ channel: "PHONE" }), true)).toEqual([]);
  });

  it("says how much is missing", () => {
    expect(faultsOf(least({ phone: "06 39 98 41" }), NOW, false)).toEqual([{ field: "phone", reason: "phone.short", n: 2 }]);
    expect(faults(least({ phone: "06 39 98 41 07 9" }))).toEqual(["phone: phone.long"]);
    expect(faults(least({ description: "a".repeat(4_003) }))).toEqual(["description: description.long"]);
  });

  it("any one way to reach the person is enough, if it works", () => {
    expect(faults(least({ phone: "", email: "anne@exemple" }))).toEqual(["email: email"]);
    expect(faults(least({ phone: "\u200b", email: "", outOfBandContact: "\u00a0" }))).toEqual(["phone: phone.empty"]);
  });

  it("is a control character, with its field", () => {
    const spoilt = { description: "a\u0000b", name: "\u0007", email: "a\u0000@b.fr", outOfBandContact: "\ud800" };
    expect(faults(least(spoilt))).toEqual(["description: control", "name: control", "email: control", "outOfBandContact: control"]);
  });

  it("is a time that lies ahead, one that never was, or a beginning after the noticing", () => {
    expect(faults(least({ since: "hour", noticed: at("", "06:50") }))).toEqual(["since: future"]);
    expect(faults(least({ began: at("2026-11-24", "06:32") }))).toEqual(["began: began"]);
    expect(faults(least({ since: "earlier", noticed: at("2026-03-29", "02:30") }))).toEqual(["since: skipped"]);
    expect(faults(least({ national: "YES", nationalAt: at("2026-03-29", "02:30") }))).toEqual(["national: skipped"]);
  });
});

describe("what stops a complement", () => {
  const begun = least({ phone: "appelez le standard", email: "anne", description: "a".repeat(4_003), name: "" });

  it("is never what nobody touched", () => {
    expect(faultsOf({ ...begun, careMode: "INTERRUPTED" }, NOW, false, begun)).toEqual([]);
    expect(faultsOf({ ...begun, ongoing: "YES" }, NOW, true, begun)).toEqual([]);
  });

  it("is what was changed to something that cannot be", () => {
    expect(faultsOf({ ...begun, email: "anne@" }, NOW, false, begun).map(({ field }) => field)).toContain("email");
    expect(faultsOf({ ...begun, description: "a".repeat(4_004) }, NOW, false, begun)).toEqual([
      { field: "description", reason: "description.long", n: 4 },
    ]);
  });
});
