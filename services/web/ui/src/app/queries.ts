import { QueryClient } from "@tanstack/react-query";
import { Problem } from "../api/problem";

/** What the service refuses is not asked again; what did not answer is, a little later. */
export const retries = (failures: number, error: unknown): boolean =>
  failures < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500);

export const queries = new QueryClient({
  defaultOptions: {
    // asked also where the device believes that there is no network: no answer is said, waiting for ever would not be
    queries: { retry: retries, staleTime: 5_000, networkMode: "always", refetchOnReconnect: true },
    // nothing is sent later by itself
    mutations: { retry: false, networkMode: "always" },
  },
});
