import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { body } from "./client";
import { isMissing } from "./problem";
import { intake, remediation, timeline, triage } from "./services";
import type { components } from "./triage";

type Schemas = components["schemas"];
/** One request for something of a case, as the service that was asked has recorded it: once a minute for the same person and thing. */
export type Read = Schemas["Read"];
type Page = Schemas["PageRead"];

/** The services that have something of a case. */
export const SOURCES = ["triage", "remediation", "timeline", "intake"] as const;
export type Source = (typeof SOURCES)[number];

// an alias, for the clients take no interface
type Asked = {
  params: { path: { id: string }; query: { limit: number; after?: string } };
  signal: AbortSignal;
};

const ASK: Record<Source, (asked: Asked) => Promise<Page>> = {
  triage: (asked) => body(triage.GET("/api/cases/{id}/reads", asked)),
  remediation: (asked) => body(remediation.GET("/api/cases/{id}/tasks/reads", asked)),
  timeline: (asked) => body(timeline.GET("/api/cases/{id}/timeline/reads", asked)),
  // the declaration has the id of its case; one that was opened before any declaration has none
  intake: async (asked) => {
    try {
      return await body(intake.GET("/api/declarations/{id}/reads", asked));
    } catch (error) {
      if (isMissing(error)) return { items: [] };
      throw error;
    }
  },
};
const PAGE = 100;

const readsQuery = (source: Source, id: string) =>
  infiniteQueryOptions({
    // not under the case: each change of it would ask anew, and be recorded anew
    queryKey: ["reads", id, source],
    queryFn: ({ pageParam, signal }) =>
      ASK[source]({ params: { path: { id }, query: { limit: PAGE, ...(pageParam && { after: pageParam }) } }, signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    staleTime: 60_000,
  });

/** Who asked for something of a case, each service for itself: one that does not answer hides no other. */
export const useReads = (id: string) => {
  const options = (source: Source) => readsQuery(source, id);
  return {
    triage: useInfiniteQuery(options("triage")),
    remediation: useInfiniteQuery(options("remediation")),
    timeline: useInfiniteQuery(options("timeline")),
    intake: useInfiniteQuery(options("intake")),
  };
};
