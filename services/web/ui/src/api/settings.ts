import { queryOptions, useQuery } from "@tanstack/react-query";
import { fetchJson } from "./fetchJson";
import type { components } from "./web";

/** PRIS, CERT_SANTE or ARS, as one dials it in France, and when it answers; without hours: day and night. */
export type EmergencyNumber = components["schemas"]["EmergencyNumber"];

/** What differs from one region's installation to the next. */
export type Settings = components["schemas"]["Settings"];

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: ({ signal }) => fetchJson<Settings>("/api/settings", signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Nothing until it is there: no number is better than a wrong one. */
export const useSettings = (): Settings | undefined => useQuery(settingsQuery).data;
