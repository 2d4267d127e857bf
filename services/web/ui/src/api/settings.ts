import { queryOptions, useQuery } from "@tanstack/react-query";
import { fetchJson } from "./fetchJson";

export interface EmergencyNumber {
  /** PRIS, CERT_SANTE, ARS: the UI has the name of each. */
  code: string;
  /** As one dials it in France, `04 65 71 00 15`. */
  number: string;
  /** When it answers, in French and English; null: day and night. */
  hours?: { fr: string; en: string } | string | null;
}

/** What differs from one region's installation to the next. */
export interface Settings {
  region?: string | null;
  emergencyNumbers: EmergencyNumber[];
  nationalPortal: string;
  /** Where people change their password and second factor. */
  accountUrl?: string | null;
}

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: ({ signal }) => fetchJson<Settings>("/api/settings", signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Nothing until it is there: no number is better than a wrong one. */
export const useSettings = (): Settings | undefined => useQuery(settingsQuery).data;

export const telHref = (number: string): string => {
  const digits = number.replace(/[^\d+]/g, "");
  return `tel:${digits.startsWith("0") ? `+33${digits.slice(1)}` : digits}`;
};
