import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { body, newKey } from "./client";
import type { Entry } from "./entries";
import { timeline } from "./services";
import type { components } from "./timeline";

type Schemas = components["schemas"];
export type Kind = Entry["kind"];
export type Note = Schemas["Note"];
export type Redaction = Schemas["Redaction"];
export type Member = Redaction["members"][number];
export type Verification = Schemas["Verification"];

const PAGE = 100;

/** The lines of a case, the last recorded first; of one kind, where one is asked for. */
export const useLines = (caseId: string, kind: Kind | undefined) =>
  useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: ["cases", caseId, "timeline", "lines", kind ?? "all"],
      queryFn: ({ pageParam, signal }) =>
        body(
          timeline.GET("/api/cases/{id}/timeline", {
            params: {
              path: { id: caseId },
              query: { order: "desc", limit: PAGE, ...(kind && { kind: [kind] }), ...(pageParam && { after: pageParam }) },
            },
            signal,
          }),
        ),
      initialPageParam: "",
      getNextPageParam: (last) => last.next,
      refetchInterval: 10_000,
    }),
  );

/** Every line from the first, as it is served: whoever has them can verify them without us. */
export async function allLines(caseId: string): Promise<Entry[]> {
  const lines: Entry[] = [];
  let after: string | null | undefined = "";
  do {
    const query = { limit: 200, ...(after && { after }) };
    const page: Schemas["PageEntryView"] = await body(
      timeline.GET("/api/cases/{id}/timeline", { params: { path: { id: caseId }, query } }),
    );
    lines.push(...page.items);
    after = page.next;
  } while (after);
  return lines;
}

const verificationQuery = (caseId: string) =>
  queryOptions({
    // not under the case: each change of it would walk through the whole chain again
    queryKey: ["verification", caseId],
    queryFn: ({ signal }) => body(timeline.GET("/api/cases/{id}/timeline/verification", { params: { path: { id: caseId } }, signal })),
    staleTime: 300_000,
  });

export const useVerification = (caseId: string) => useQuery(verificationQuery(caseId));

/** What was written or removed is in the list at once, and in the count of the chain. */
function useLinesAgain(caseId: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["cases", caseId] }),
      client.invalidateQueries({ queryKey: verificationQuery(caseId).queryKey }),
    ]);
}

/** Writes a line; sent twice under one key, it is one. `written` is called also where the page that sent it is gone. */
export function useWriteNote(caseId: string, written: () => void) {
  const again = useLinesAgain(caseId);
  return useMutation({
    mutationFn: ({ note, key }: { note: Note; key: string }) =>
      body(timeline.POST("/api/cases/{id}/timeline", { params: { path: { id: caseId }, header: { "Idempotency-Key": key } }, body: note })),
    onSuccess: written,
    onSettled: again,
  });
}

/** Removes parts of a line for good. */
export function useRedact(caseId: string, seq: number) {
  const again = useLinesAgain(caseId);
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: (redaction: Redaction) =>
      body(
        timeline.POST("/api/cases/{id}/timeline/{seq}/redactions", {
          params: { path: { id: caseId, seq }, header: { "Idempotency-Key": key } },
          body: redaction,
        }),
      ),
    onSettled: again,
  });
}
