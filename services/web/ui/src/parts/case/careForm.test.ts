import { describe, expect, it } from "vitest";
import type { Care } from "../../api/responder";
import { clashesOf, sentOf, shownOf, touch, untouched } from "../act/touched";
import { type CareForm, careEdit, careForm, lineOf } from "./careForm";

const opened: Care = {
  patientHarm: "UNKNOWN",
  careMode: "UNKNOWN",
  lines: [{ line: "DIALYSIS", state: "DEGRADED" }],
};
/** A colleague has set harm PROVEN and stopped the emergency department while the dialog was open. */
const since: Care = { ...opened, patientHarm: "PROVEN", lines: [...opened.lines, { line: "EMERGENCY", state: "STOPPED" }] };

describe("the form of care", () => {
  it("sends one transfer alone, whatever a colleague has said of harm and lines meanwhile", () => {
    const touched = touch<CareForm, "transfers">(untouched, careForm(opened), "transfers", 1);
    const now = careForm(since);
    expect(careEdit(sentOf(touched, now), shownOf(touched, now))).toEqual({ transfers: 1 });
    expect(shownOf(touched, now)).toMatchObject({ patientHarm: "PROVEN", EMERGENCY: { state: "STOPPED" } });
  });

  it("takes each line for a field of its own: two people may write of two of them", () => {
    const imaging = lineOf({ line: "IMAGING", state: "STOPPED" });
    const touched = touch<CareForm, "IMAGING">(untouched, careForm(opened), "IMAGING", imaging);
    expect(clashesOf(touched, careForm(since))).toEqual([]);
    const other = touch<CareForm, "EMERGENCY">(untouched, careForm(opened), "EMERGENCY", lineOf({ line: "EMERGENCY", state: "DEGRADED" }));
    expect(clashesOf(other, careForm(since))).toEqual(["EMERGENCY"]);
  });

  it("forgets where a line was diverted to once it is not", () => {
    expect(lineOf({ line: "SAMU", state: "NORMAL", divertedTo: "990000028" }).divertedTo).toBeNull();
  });
});
