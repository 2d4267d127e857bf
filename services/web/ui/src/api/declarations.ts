import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { body } from "./client";
import type { components } from "./intake";
import { intake } from "./services";

type Schemas = components["schemas"];
export type Declaration = Schemas["DeclarationView"];
export type DeclarationLine = Schemas["DeclarationLine"];
export type DeclarationBody = Schemas["Declare"];
export type Complement = Schemas["Complement"];
/** What a declaration says, beside its establishment. */
export type Answers = Omit<DeclarationBody, "establishment" | "channel" | "exercise">;
export type Answer = "YES" | "NO" | "UNKNOWN";
export type Channel = NonNullable<DeclarationBody["channel"]>;

/** What is shown at first is what is asked for: the newest few, on whatever network; then more at a time. */
const FIRST = 5;
const PAGE = 20;

export const declarationsQuery = infiniteQueryOptions({
  queryKey: ["declarations", "list"],
  queryFn: ({ pageParam, signal }) =>
    body(
      intake.GET("/api/declarations", {
        params: { query: { limit: pageParam ? PAGE : FIRST, ...(pageParam && { after: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: "",
  getNextPageParam: (last) => last.next,
  refetchInterval: 15_000,
});

/** The declarations of the own establishments, newest first. */
export const useDeclarations = () => useInfiniteQuery(declarationsQuery);

/** The newest declarations of one establishment. */
export const useDeclarationsOf = (establishment: string | null) =>
  useQuery({
    queryKey: ["declarations", "of", establishment],
    queryFn: ({ signal }) =>
      body(intake.GET("/api/declarations", { params: { query: { establishment: establishment ?? "", limit: FIRST } }, signal })),
    enabled: establishment !== null,
  });

/** By id or reference. */
export const declarationQuery = (id: string) =>
  queryOptions({
    queryKey: ["declarations", id],
    queryFn: ({ signal }) => body(intake.GET("/api/declarations/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.caseReference ? 15_000 : 2_000),
  });

export const useDeclaration = (id: string) => useQuery(declarationQuery(id));

const keyed = (key: string) => ({ "Idempotency-Key": key });

/** Sends what was typed; the same draft sent twice is one declaration. */
export function useDeclare() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ said, key }: { said: DeclarationBody; key: string }) =>
      body(intake.POST("/api/declarations", { params: { header: keyed(key) }, body: said })),
    onSuccess: (declaration) => {
      client.setQueryData(declarationQuery(declaration.id).queryKey, declaration);
      return client.invalidateQueries({ queryKey: declarationsQuery.queryKey });
    },
  });
}

/** Adds a version to a declaration. Refused as stale, the newest is read too: what was typed stays, and is sent beside it. */
export function useComplement(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ said, key }: { said: Complement; key: string }) =>
      body(intake.POST("/api/declarations/{id}/complements", { params: { path: { id }, header: keyed(key) }, body: said })),
    onSettled: () => client.invalidateQueries({ queryKey: ["declarations"] }),
  });
}
