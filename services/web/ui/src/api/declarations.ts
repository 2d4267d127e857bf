import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchJson, sendJson } from "./fetchJson";
import type { Complement, Declaration, DeclarationBody, Page } from "./shapes";

export const declarationsQuery = infiniteQueryOptions({
  queryKey: ["declarations"],
  queryFn: ({ pageParam, signal }) =>
    fetchJson<Page<Declaration>>(`/api/declarations?limit=20${pageParam ? `&after=${encodeURIComponent(pageParam)}` : ""}`, signal),
  initialPageParam: "",
  getNextPageParam: (last) => last.next,
  refetchInterval: 15_000,
});

/** The declarations of the own establishments, newest first. */
export const useDeclarations = () => useInfiniteQuery(declarationsQuery);

export const declarationQuery = (id: string) =>
  queryOptions({
    queryKey: ["declarations", id],
    queryFn: ({ signal }) => fetchJson<Declaration>(`/api/declarations/${encodeURIComponent(id)}`, signal),
    refetchInterval: 10_000,
  });

export const useDeclaration = (id: string) => useQuery(declarationQuery(id));

/** Sends what was typed; the same draft sent twice is one declaration. */
export function useDeclare() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: DeclarationBody; key: string }) => sendJson<Declaration>("/api/declarations", body, key),
    onSuccess: (declaration) => {
      client.setQueryData(declarationQuery(declaration.id).queryKey, declaration);
      return client.invalidateQueries({ queryKey: declarationsQuery.queryKey, exact: true });
    },
  });
}

/** Adds a version to a declaration. */
export function useComplement(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: Complement; key: string }) =>
      sendJson<Declaration>(`/api/declarations/${encodeURIComponent(id)}/complements`, body, key),
    // Refused as stale, the newest version is read too: what was typed stays, and is sent beside it.
    onSettled: () => client.invalidateQueries({ queryKey: declarationsQuery.queryKey }),
  });
}
