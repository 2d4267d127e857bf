import { describe, expect, it } from "vitest";
import { hasEnded, isOpen } from "./ended";

describe("a declaration", () => {
  it.each(["CLOSED", "REJECTED", "REDIRECTED"] as const)("has ended where its case is %s", (status) => {
    expect([hasEnded(status), isOpen(status)]).toEqual([true, false]);
  });

  it.each([null, "RECEIVED", "ADVISED", "ON_HOLD", "MERGED", "REPORTING"] as const)("is open where its case is %s", (status) => {
    expect([hasEnded(status), isOpen(status)]).toEqual([false, true]);
  });
});
