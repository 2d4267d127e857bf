import { queryOptions, useQuery } from "@tanstack/react-query";
import { fetchJson } from "./fetchJson";
import type { OwnCase } from "./shapes";

export const ownCaseQuery = (id: string) =>
  queryOptions({
    queryKey: ["cases", id, "own"],
    queryFn: ({ signal }) => fetchJson<OwnCase>(`/api/cases/${encodeURIComponent(id)}`, signal),
    refetchInterval: 10_000,
  });

/** The establishment's view of a case, by id or reference; asked again while the page is open. */
export const useOwnCase = (id: string | null | undefined) => useQuery({ ...ownCaseQuery(id ?? ""), enabled: !!id });
