import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { body } from "./client";
import { Problem } from "./problem";
import { triage } from "./services";
import type { components } from "./triage";

export type OwnCase = components["schemas"]["EstablishmentCase"];

export const ownCaseQuery = (id: string) =>
  queryOptions({
    queryKey: ["cases", id, "own"],
    queryFn: async ({ signal }): Promise<OwnCase> => {
      const seen = await body(triage.GET("/api/cases/{id}", { params: { path: { id } }, signal }));
      if (seen.view === "ESTABLISHMENT") return seen;
      throw new Problem({ status: 404, type: "not-found" });
    },
    refetchInterval: 10_000,
  });

/** The establishment's view of a case, by id or reference; asked again while the page is open. */
export const useOwnCase = (id: string | null | undefined) => useQuery({ ...ownCaseQuery(id ?? ""), enabled: !!id });

const MOST = 200;

/** The newest open cases of the own establishments, as many as are shown, by id: the list of declarations shows their clocks. */
export const useOwnCases = (shown: number) =>
  useQuery({
    queryKey: ["cases", "own", shown],
    queryFn: async ({ signal }) => {
      const query = { limit: Math.min(shown, MOST), sort: "opened" as const };
      const page = await body(triage.GET("/api/cases", { params: { query }, signal }));
      return new Map(page.items.flatMap((c) => (c.view === "ESTABLISHMENT" ? [[c.id, c] as const] : [])));
    },
    structuralSharing: false,
    enabled: shown > 0,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
