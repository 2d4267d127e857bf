import { queryOptions, useQuery } from "@tanstack/react-query";
import { body } from "./client";
import { responds, useMe } from "./me";
import { triage } from "./services";
import type { components } from "./triage";

export type Colleague = components["schemas"]["Colleague"];
/** Names by subject. */
export type Names = ReadonlyMap<string, string>;

const NOBODY: Names = new Map();
const MINUTES = 5 * 60_000;

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: async ({ signal }): Promise<Colleague[]> => (await body(triage.GET("/api/people", { signal }))).items,
  staleTime: MINUTES,
});

const namesOf = (people: Colleague[]): Names => new Map(people.map(({ subject, name }) => [subject, name]));

/** Who responds, as far as they have called; asked for by those who respond alone. */
export function usePeople(): Names {
  const enabled = responds(useMe());
  return useQuery({ ...peopleQuery, enabled, select: namesOf }).data ?? NOBODY;
}

const NONE: Colleague[] = [];

/** The same people with what each may do. */
export function useColleagueList(): Colleague[] {
  const enabled = responds(useMe());
  return useQuery({ ...peopleQuery, enabled }).data ?? NONE;
}
