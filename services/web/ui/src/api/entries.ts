import { infiniteQueryOptions, queryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { body } from "./client";
import { timeline } from "./services";
import type { components } from "./timeline";

export type Entry = components["schemas"]["EntryView"];

/** Newest first. */
export const entriesQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: ["cases", caseId, "timeline", "desc"],
    queryFn: ({ pageParam, signal }) =>
      body(
        timeline.GET("/api/cases/{id}/timeline", {
          params: { path: { id: caseId }, query: { order: "desc", limit: 50, ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    refetchInterval: 15_000,
  });

export const useEntries = (caseId: string | undefined) => useInfiniteQuery({ ...entriesQuery(caseId ?? ""), enabled: !!caseId });

const NEWEST = 20;

/** The last lines alone: whether there is something new. */
export const newestEntriesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["cases", caseId, "timeline", "newest"],
    queryFn: ({ signal }) =>
      body(
        timeline.GET("/api/cases/{id}/timeline", {
          params: { path: { id: caseId }, query: { order: "desc", limit: NEWEST } },
          signal,
        }),
      ),
    refetchInterval: 30_000,
  });
