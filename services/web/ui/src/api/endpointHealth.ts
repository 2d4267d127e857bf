import { queryOptions, useQuery } from "@tanstack/react-query";
import { fetchJson } from "./fetchJson";
import { responds, useMe } from "./me";
import { Problem } from "./problem";

/** An endpoint that takes nothing: since when, and how many notifications wait for it. */
export interface FailingEndpoint {
  description: string;
  since: string;
  waiting: number;
}

const OFTEN = 30_000;
/** This person may not know, or this installation does not say: it is not asked again. */
const isSilent = (error: unknown): boolean => error instanceof Problem && (error.status === 403 || error.status === 404);

const healthQuery = queryOptions({
  queryKey: ["webhooks", "health"],
  queryFn: async ({ signal }): Promise<FailingEndpoint[]> =>
    (await fetchJson<{ failing?: FailingEndpoint[] }>("/api/webhooks/health", signal)).failing ?? [],
  retry: false,
  refetchInterval: ({ state }) => (isSilent(state.error) ? false : OFTEN),
});

/** Whom PRIS tells nothing at present, as far as those who respond should know. */
export function useFailingEndpoints(): FailingEndpoint[] {
  const enabled = responds(useMe());
  const { data, error } = useQuery({ ...healthQuery, enabled });
  return isSilent(error) ? [] : (data ?? []);
}
