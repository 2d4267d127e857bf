import { describe, expect, it } from "vitest";
import type { Delivery, Webhook } from "../../api/webhooks";
import { draftOf, faultsOf, loudnessOf, standingOf, worstOf } from "./standing";
import { webhookSearch } from "./search";

const webhook = (id: string, health: Partial<Webhook["health"]>) =>
  ({ id, health: { state: "OK", exhausted: 0, lastAttempt: { at: "", durationMs: 1, status: 204 }, ...health } }) as Webhook;

describe("an endpoint", () => {
  it("that was never called has not received everything", () => {
    expect(standingOf(webhook("a", { lastAttempt: null }))).toBe("NEW");
    expect(standingOf(webhook("a", {}))).toBe("OK");
    expect(standingOf(webhook("a", { lastAttempt: null, state: "PAUSED" }))).toBe("PAUSED");
  });

  it("that fails is opened first, then one that has put something aside, then the oldest", () => {
    const well = webhook("well", {});
    const aside = webhook("aside", { exhausted: 1 });
    expect(worstOf([well, aside, webhook("failing", { state: "FAILING" })])?.id).toBe("failing");
    expect(worstOf([well, aside])?.id).toBe("aside");
    expect(worstOf([well, webhook("other", {})])?.id).toBe("well");
    expect(worstOf([])).toBeUndefined();
  });

  it("needs a name, an address with its scheme, and known patterns of events", () => {
    expect(faultsOf(draftOf())).toEqual({ description: "webhooks.fault.missing", url: "webhooks.fault.missing" });
    const filled = { ...draftOf(), description: "ARS", url: "https://ars.example/in" };
    expect(faultsOf(filled)).toEqual({});
    expect(faultsOf({ ...filled, url: "ars.example" })).toEqual({ url: "webhooks.fault.url" });
    expect(faultsOf({ ...filled, events: ["*", "case.*", "case.care-changed.v1"] })).toEqual({});
    expect(faultsOf({ ...filled, events: ["Case*"] })).toEqual({ events: "webhooks.fault.event" });
    expect(faultsOf({ ...filled, events: [] })).toEqual({ events: "webhooks.fault.missing" });
  });
});

describe("a delivery", () => {
  it("is loud while it is not received, unless it waits for its turn", () => {
    const of = (state: Delivery["state"]) => loudnessOf({ state } as Delivery);
    expect([of("RETRYING"), of("EXHAUSTED")]).toEqual(["bad", "bad"]);
    expect([of("WAITING"), of("DUE"), of("ENDED")]).toEqual(["calm", "calm", "calm"]);
    expect(of("DELIVERED")).toBe("good");
  });
});

describe("the address of the page", () => {
  it("keeps the endpoint and a known status, and nothing else", () => {
    expect(webhookSearch({ endpoint: "x", status: "PENDING", other: 1 })).toEqual({ endpoint: "x", status: "PENDING" });
    expect(webhookSearch({ status: "GONE" })).toEqual({});
  });
});
