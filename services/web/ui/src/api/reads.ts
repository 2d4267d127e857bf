import { infiniteQueryOptions, type UseInfiniteQueryResult, useInfiniteQuery } from "@tanstack/react-query";
import { fetchJson } from "./fetchJson";
import { Problem } from "./problem";

/** One request for something of a case, as the service that was asked has recorded it: once a minute for the same person and thing. */
export interface Read {
  at: string;
  subject: string;
  name?: string | null;
  role?: string | null;
  action: string;
  what: string;
  outcome: string;
}
interface Page {
  items: Read[];
  next?: string | null;
}

/** The services that have something of a case. Its declaration has the same id. */
export const SOURCES = ["triage", "remediation", "timeline", "intake"] as const;
export type Source = (typeof SOURCES)[number];

const PATH: Record<Source, (id: string) => string> = {
  triage: (id) => `/api/cases/${id}/reads`,
  remediation: (id) => `/api/cases/${id}/tasks/reads`,
  timeline: (id) => `/api/cases/${id}/timeline/reads`,
  intake: (id) => `/api/declarations/${id}/reads`,
};
const PAGE = 100;

async function page(source: Source, id: string, after: string, signal: AbortSignal): Promise<Page> {
  const query = new URLSearchParams({ limit: String(PAGE), ...(after && { after }) });
  try {
    return await fetchJson<Page>(`${PATH[source](encodeURIComponent(id))}?${query}`, signal);
  } catch (error) {
    // a case that was opened before any declaration has none
    if (source === "intake" && error instanceof Problem && error.status === 404) return { items: [] };
    throw error;
  }
}

const readsQuery = (source: Source, id: string) =>
  infiniteQueryOptions({
    // not under the case: each change of it would ask anew, and be recorded anew
    queryKey: ["reads", id, source],
    queryFn: ({ pageParam, signal }) => page(source, id, pageParam, signal),
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
  } satisfies Record<Source, Pick<UseInfiniteQueryResult, "isError">>;
};
