import { describe, expect, it } from "vitest";
import { patchOf } from "./patch";

describe("what a complement sends", () => {
  it("is nothing where nothing changed", () => {
    const said = { careMode: "DEGRADED", dataImpact: { integrity: "PROVEN" }, supportWanted: ["ADVICE"] };
    expect(patchOf(said, structuredClone(said))).toEqual({});
  });

  it("is only what changed, inside an answer too", () => {
    const before = { careMode: "DEGRADED", ongoing: "YES", dataImpact: { integrity: "PROVEN", personalData: "UNKNOWN" } };
    const after = { careMode: "INTERRUPTED", ongoing: "YES", dataImpact: { integrity: "PROVEN", personalData: "YES" } };
    expect(patchOf(before, after)).toEqual({ careMode: "INTERRUPTED", dataImpact: { personalData: "YES" } });
  });

  it("takes back an answer by null, a whole group too", () => {
    expect(patchOf({ origin: "MALICIOUS", dataImpact: { integrity: "PROVEN" } }, {})).toEqual({ origin: null, dataImpact: null });
    expect(patchOf({ dataImpact: { integrity: "PROVEN", availability: "NONE" } }, { dataImpact: { availability: "NONE" } })).toEqual({
      dataImpact: { integrity: null },
    });
  });

  it("replaces a list as a whole", () => {
    expect(patchOf({ supportWanted: ["ADVICE"] }, { supportWanted: ["ADVICE", "LEGAL"] })).toEqual({ supportWanted: ["ADVICE", "LEGAL"] });
  });

  it("adds what nobody had answered", () => {
    expect(patchOf({}, { nationalReport: { done: "YES" } })).toEqual({ nationalReport: { done: "YES" } });
  });
});
