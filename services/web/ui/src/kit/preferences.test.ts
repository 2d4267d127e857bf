import { describe, expect, it } from "vitest";
import { preferencesOf } from "./preferences";

describe("what somebody prefers on a device", () => {
  it("begins with keys, without sound and without notifications", () => {
    const usual = { keys: true, sound: false, notify: false };
    expect(preferencesOf(null)).toEqual(usual);
    expect(preferencesOf("{")).toEqual(usual);
    expect(preferencesOf('{"keys":"no"}')).toEqual(usual);
  });

  it("is what was chosen", () => {
    expect(preferencesOf('{"keys":false,"sound":true}')).toEqual({ keys: false, sound: true, notify: false });
  });
});
