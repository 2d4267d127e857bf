import { describe, expect, it } from "vitest";
import { namesBeside } from "./references";

describe("the name of a case beside others", () => {
  it("is its number within one series, all of it", () => {
    const name = namesBeside(["PRIS-2026-000004", "PRIS-2026-001131"]);
    expect(name("PRIS-2026-000004")).toBe("004");
    expect(name("PRIS-2026-001131")).toBe("1131");
  });

  it.each([
    ["an exercise", "EX-2026-000001"],
    ["another year", "PRIS-2027-000001"],
  ])("is the whole reference beside %s of the same number", (_, other) => {
    const name = namesBeside(["PRIS-2026-000001", other]);
    expect(name("PRIS-2026-000001")).toBe("PRIS-2026-000001");
    expect(name(other)).toBe(other);
  });
});
