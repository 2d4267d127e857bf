import { queryOptions, useQuery } from "@tanstack/react-query";
import { Problem } from "./problem";
import { fetchJson } from "./fetchJson";
import { csrfToken, session } from "./session";
import type { components } from "./web";

/** Who is signed in, as `web` says it. */
export type Me = components["schemas"]["Me"];
export type Role = Me["roles"][number];

/** Asks who is signed in, and notes whether it is still who this page belongs to. */
export async function askWho(signal?: AbortSignal): Promise<Me> {
  const token = csrfToken();
  const me = await fetchJson<Me>("/api/me", signal);
  session.is(me.subject, token);
  return me;
}

/** Before anything is sent: after a sign-in it is made sure that what one person typed does not leave under the name of another. */
export async function stillOwner(): Promise<void> {
  if (session.standing() !== "other" && session.unsure()) await askWho();
  if (session.standing() === "other") throw new Problem({ status: 401, type: "other-person" });
}

/** Null: nobody is signed in. Whose session ended while at work keeps the page, with a notice beside it. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ client, signal }): Promise<Me | null> => {
    const known = client.getQueryData<Me | null>(["me"]) ?? null;
    try {
      const me = await askWho(signal);
      return session.standing() === "other" ? known : me;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return known;
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
