import { describe, expect, it } from "vitest";
import type { AllowedAction, WholeCase } from "../../api/responder";
import { bodyOf, faultsOf } from "./fields";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const asking = (
  draft: Record<string, string>,
  more: { leads?: boolean; allowed?: Partial<AllowedAction>; theCase?: Partial<WholeCase> } = {},
) => ({
  draft,
  leads: more.leads ?? true,
  allowed: { action: "take", allowed: true, reasons: [], to: [], waivable: false, ...more.allowed } satisfies AllowedAction,
  theCase: { status: "QUALIFIED", lead: null, ...more.theCase } as WholeCase,
});

describe("the form of a transition", () => {
  it("nests what the request nests and leaves its own questions out", () => {
    const draft = {
      recipient: " CERT Santé ",
      _how: "call",
      "call.number": "0999",
      "call.at": "2026-11-24T09:00:00.000Z",
      "accepted.by": "X",
    };
    expect(bodyOf("redirect", asking(draft))).toEqual({
      recipient: "CERT Santé",
      call: { number: "0999", at: "2026-11-24T09:00:00.000Z" },
    });
  });

  it("names each answer that lacks, and none that is not asked", () => {
    expect(faultsOf("redirect", asking({ recipient: "CERT" }), NOW)).toEqual({ _how: "missing.choice" });
    expect(faultsOf("redirect", asking({ recipient: "CERT", _how: "accepted" }), NOW)).toEqual({
      "accepted.by": "missing",
      "accepted.at": "missing",
    });
  });

  it("asks a responder who is no lead for an emergency authorisation only", () => {
    const faults = Object.keys(faultsOf("engage", asking({ lead: "lead1" }, { leads: false }), NOW));
    expect(faults).not.toContain("_ground");
    expect(faults).toContain("emergencyAuthorisation.scope");
  });

  it("asks for a lead unless the case has one", () => {
    const draft = { _ground: "agreement", agreement: "C-12" };
    expect(faultsOf("engage", asking(draft), NOW)).toEqual({ lead: "missing" });
    expect(faultsOf("engage", asking(draft, { theCase: { lead: "lead1" } }), NOW)).toEqual({});
  });

  it("asks for a waiver only where the service would take one", () => {
    expect(faultsOf("monitor", asking({}), NOW)).toEqual({});
    expect(faultsOf("monitor", asking({}, { allowed: { allowed: false, waivable: true } }), NOW)).toEqual({ waiver: "missing" });
  });

  it("knows which times lie behind and which ahead", () => {
    expect(faultsOf("hold", asking({ reason: "r", until: "2026-11-24T09:00:00.000Z" }), NOW)).toEqual({ until: "past" });
    const call = { recipient: "x", _how: "call", "call.number": "1", "call.at": "2026-11-24T11:00:00.000Z" };
    expect(faultsOf("redirect", asking(call), NOW)).toEqual({ "call.at": "future" });
  });

  it("lets an advised case close without lessons", () => {
    const draft = { rootCause: "UNKNOWN" };
    expect(faultsOf("close", asking(draft, { theCase: { status: "ADVISED" } }), NOW)).toEqual({});
    expect(faultsOf("close", asking(draft, { theCase: { status: "REPORTING" } }), NOW)).toEqual({ _lessons: "missing.choice" });
  });
});
