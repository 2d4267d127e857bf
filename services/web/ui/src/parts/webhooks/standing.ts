import type { Attempt, Delivery, Webhook } from "../../api/webhooks";
import type { Say } from "../../words/useWords";

/** How an endpoint stands: one that was never called receives nothing yet, and that is no success. */
export type Standing = "OK" | "NEW" | "FAILING" | "PAUSED";
export const standingOf = ({ health }: Webhook): Standing => (health.state === "OK" && !health.lastAttempt ? "NEW" : health.state);

export const failed = ({ status }: Attempt): boolean => status === null || status === undefined || status < 200 || status > 299;

/** What came back, in a word or a number. */
export const answerOf = ({ status, error }: Attempt, { t, code }: Say): string =>
  status === null || status === undefined ? (error ? code("webhooks.error", error) : t("webhooks.noanswer")) : String(status);

/** 187 ms, 20,0 s. */
export const tookOf = (durationMs: number, { language }: Say): string =>
  durationMs < 1_000
    ? `${durationMs}\u00a0ms`
    : `${(durationMs / 1_000).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}\u00a0s`;

/** 11:40:05, as logs have it. */
export const secondsOf = (at: string): string => new Date(at).toLocaleTimeString("en-GB", { timeZone: "Europe/Paris", hourCycle: "h23" });

/** Loud where sending does not go as it should; what waits for its turn is not. */
export const loudnessOf = ({ state }: Delivery): "good" | "bad" | "calm" =>
  state === "DELIVERED" ? "good" : state === "RETRYING" || state === "EXHAUSTED" ? "bad" : "calm";

/** The worst endpoint is the one that is looked for. */
export const worstOf = (all: readonly Webhook[]): Webhook | undefined =>
  all.find((it) => it.health.state === "FAILING") ?? all.find((it) => it.health.exhausted > 0) ?? all[0];

const PATTERN = /^(\*|[a-z]+(-[a-z]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*(\.\*)?)$/;
export interface Draft {
  description: string;
  url: string;
  events: string[];
  departments: string[];
  minimumSeverity: "" | NonNullable<Webhook["minimumSeverity"]>;
  exercise: boolean;
}

export const draftOf = (webhook?: Webhook): Draft => ({
  description: webhook?.description ?? "",
  url: webhook?.url ?? "",
  events: webhook?.events ?? ["case.*", "timeline.anchored"],
  departments: webhook?.departments ?? [],
  minimumSeverity: webhook?.minimumSeverity ?? "",
  exercise: webhook?.exercise ?? false,
});

export type Fault = "webhooks.fault.missing" | "webhooks.fault.url" | "webhooks.fault.event";

/** What is wrong before it is sent; what an address leads to only the service knows. */
export function faultsOf({ description, url, events }: Draft): Partial<Record<"description" | "url" | "events", Fault>> {
  return {
    ...(!description.trim() && { description: "webhooks.fault.missing" as const }),
    ...(!url.trim()
      ? { url: "webhooks.fault.missing" as const }
      : !/^https?:\/\/[^\s]+$/i.test(url.trim()) && { url: "webhooks.fault.url" as const }),
    ...(events.length === 0
      ? { events: "webhooks.fault.missing" as const }
      : !events.every((it) => PATTERN.test(it)) && { events: "webhooks.fault.event" as const }),
  };
}
