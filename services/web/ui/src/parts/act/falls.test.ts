import { describe, expect, it } from "vitest";
import { fallen, graver, graverHarm } from "./falls";

describe("what is at stake", () => {
  it.each([
    ["PROVEN", "NONE"],
    ["PROVEN", "UNKNOWN"],
    ["PROVEN", "POTENTIAL"],
    ["POTENTIAL", "NONE"],
    ["POTENTIAL", "UNKNOWN"],
  ])("falls from harm %s to %s", (patientHarm, lower) => {
    expect(fallen({ patientHarm }, { patientHarm: lower })).toEqual(["patientHarm"]);
  });

  it.each([
    ["INTERRUPTED", "DEGRADED"],
    ["INTERRUPTED", "UNKNOWN"],
    ["DEGRADED", "NORMAL"],
  ])("falls from care %s to %s", (careMode, lower) => {
    expect(fallen({ careMode }, { careMode: lower })).toEqual(["careMode"]);
  });

  it("falls with the severity", () => {
    expect(fallen({ severity: "MAJOR" }, { severity: "MINOR" })).toEqual(["severity"]);
    expect(fallen({ severity: "MINOR" }, { severity: "CRISIS" })).toEqual([]);
  });

  it("does not fall where nothing was known, or where nothing is said yet", () => {
    expect(fallen({ patientHarm: "UNKNOWN", severity: null }, { patientHarm: "NONE", severity: "ANOMALY" })).toEqual([]);
    expect(fallen({ patientHarm: "PROVEN", careMode: "INTERRUPTED", severity: "CRISIS" }, { patientHarm: "", severity: "" })).toEqual([]);
  });

  it("counts by the graver of two answers", () => {
    expect(graver("MINOR", "MAJOR")).toBe("MAJOR");
    expect(graver(undefined, null)).toBeUndefined();
    expect(graverHarm("NONE", "PROVEN")).toBe("PROVEN");
    expect(graverHarm("POTENTIAL", undefined)).toBe("POTENTIAL");
  });
});
