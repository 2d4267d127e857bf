import { queryOptions, useQuery } from "@tanstack/react-query";
import { Problem } from "./problem";
import { fetchJson } from "./fetchJson";
import { session } from "./session";
import type { components } from "./web";

/** Who is signed in, as `web` says it. */
export type Me = components["schemas"]["Me"];
export type Role = Me["roles"][number];

/** Null: nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ client, signal }): Promise<Me | null> => {
    try {
      const me = await fetchJson<Me>("/api/me", signal);
      session.resumed();
      return me;
    } catch (error) {
      // Whose session ended while at work keeps the page, with a notice beside it.
      if (error instanceof Problem && error.status === 401) return client.getQueryData<Me | null>(["me"]) ?? null;
      throw error;
    }
  },
  staleTime: 60_000,
  refetchOnWindowFocus: "always",
});

export const useMe = (): Me | null => useQuery(meQuery).data ?? null;

export const has = (me: Me | null, ...roles: Role[]): boolean => me !== null && roles.some((role) => me.roles.includes(role));
/** Who works on cases. */
export const responds = (me: Me | null): boolean => has(me, "RESPONDER", "LEAD");
