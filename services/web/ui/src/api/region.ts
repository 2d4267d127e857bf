import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { body } from "./client";
import { Problem } from "./problem";
import { triage } from "./services";
import type { components } from "./triage";

export type RegionCase = components["schemas"]["AuthorityCase"];

const PAGE = 200;
/** More open cases at once than any region has had; what lies beyond is said. */
const MOST_PAGES = 5;

const regionQuery = infiniteQueryOptions({
  queryKey: ["cases", "region"],
  queryFn: async ({ pageParam, signal }) => {
    const query = { limit: PAGE, ...(pageParam && { after: pageParam }) };
    const page = await body(triage.GET("/api/cases", { params: { query }, signal }));
    return { items: page.items.flatMap((c) => (c.view === "AUTHORITY" ? [c] : [])), next: page.next ?? null };
  },
  initialPageParam: "",
  getNextPageParam: (last, pages) => (pages.length < MOST_PAGES ? last.next : null),
  refetchInterval: 20_000,
});

/** Every open case of the region, page after page: care is told line by line, and a line that is stopped may be of the last of them. */
export function useRegion() {
  const query = useInfiniteQuery(regionQuery);
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return query;
}

const regionCaseQuery = (id: string) =>
  queryOptions({
    queryKey: ["cases", id, "region"],
    queryFn: async ({ signal }): Promise<RegionCase> => {
      const seen = await body(triage.GET("/api/cases/{id}", { params: { path: { id } }, signal }));
      if (seen.view === "AUTHORITY") return seen;
      throw new Problem({ status: 404, type: "not-found" });
    },
    refetchInterval: 15_000,
  });

/** The authority's view of one case, by id or reference. */
export const useRegionCase = (id: string) => useQuery(regionCaseQuery(id));
