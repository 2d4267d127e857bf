import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fetchJson } from "./fetchJson";
import type { Establishment, Page } from "./shapes";

const HOUR = 3_600_000;

/** The sites that somebody may declare for: their own, and those of their legal entities. */
export const useOwnEstablishments = () =>
  useQuery({
    queryKey: ["establishments", "own"],
    queryFn: async ({ signal }) => (await fetchJson<Page<Establishment>>("/api/establishments?own=true&limit=200", signal)).items,
    staleTime: HOUR,
  });

/** Establishments by name, town or FINESS number, from two letters on. */
export const useEstablishments = (q: string) =>
  useQuery({
    queryKey: ["establishments", "search", q],
    queryFn: ({ signal }) => fetchJson<Page<Establishment>>(`/api/establishments?q=${encodeURIComponent(q)}&limit=20`, signal),
    enabled: q.length >= 2,
    staleTime: HOUR,
    placeholderData: keepPreviousData,
  });

export const useEstablishment = (finess: string | null) =>
  useQuery({
    queryKey: ["establishments", finess],
    queryFn: ({ signal }) => fetchJson<Establishment>(`/api/establishments/${encodeURIComponent(finess ?? "")}`, signal),
    enabled: finess !== null,
    staleTime: HOUR,
  });
