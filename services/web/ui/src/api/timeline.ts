import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { fetchJson } from "./fetchJson";
import type { Page } from "./shapes";

export interface Entry {
  seq: number;
  eventId: string;
  type: string;
  kind: string;
  occurredAt: string;
  recordedAt: string;
  role: string | null;
  establishment: string | null;
  author: { subject: string; name: string } | null;
  text: string | null;
  salts: { author: string | null; text: string | null; data: string | null };
}

export const timelineQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: ["cases", caseId, "timeline"],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<Page<Entry>>(
        `/api/cases/${encodeURIComponent(caseId)}/timeline?order=desc&limit=50${pageParam ? `&after=${encodeURIComponent(pageParam)}` : ""}`,
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    refetchInterval: 15_000,
  });

export const useTimeline = (caseId: string | undefined) => useInfiniteQuery({ ...timelineQuery(caseId ?? ""), enabled: !!caseId });
