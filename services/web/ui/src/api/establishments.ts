import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { body } from "./client";
import type { components } from "./intake";
import { intake } from "./services";

export type Establishment = components["schemas"]["EstablishmentView"];

const HOUR = 3_600_000;

/** The sites that somebody may declare for: their own, and those of their legal entities. */
export const useOwnEstablishments = () =>
  useQuery({
    queryKey: ["establishments", "own"],
    queryFn: async ({ signal }) =>
      (await body(intake.GET("/api/establishments", { params: { query: { own: true, limit: 200 } }, signal }))).items,
    staleTime: HOUR,
  });

/** Establishments by name, town or FINESS number, from two letters on. */
export const useEstablishments = (q: string) =>
  useQuery({
    queryKey: ["establishments", "search", q],
    queryFn: ({ signal }) => body(intake.GET("/api/establishments", { params: { query: { q, limit: 20 } }, signal })),
    enabled: q.length >= 2,
    staleTime: HOUR,
    placeholderData: keepPreviousData,
  });

export const useEstablishment = (finess: string | null) =>
  useQuery({
    queryKey: ["establishments", finess],
    queryFn: ({ signal }) => body(intake.GET("/api/establishments/{finess}", { params: { path: { finess: finess ?? "" } }, signal })),
    enabled: finess !== null,
    staleTime: HOUR,
  });
