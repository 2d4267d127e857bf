import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchJson, sendJson } from "./fetchJson";
import type { Page } from "./shapes";

export const GESTURE_ANSWERS = ["DONE", "IMPOSSIBLE", "DO_NOT_KNOW"] as const;
export type GestureAnswer = (typeof GESTURE_ANSWERS)[number];

export interface OwnTask {
  id: string;
  version: number;
  title: string;
  how?: string | null;
  status: string;
  gesture: boolean;
  answer?: GestureAnswer | null;
  answeredAt?: string | null;
  dueAt?: string | null;
}

export const ownTasksQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["cases", caseId, "tasks"],
    queryFn: async ({ signal }) => (await fetchJson<Page<OwnTask>>(`/api/cases/${encodeURIComponent(caseId)}/tasks`, signal)).items,
    refetchInterval: 5_000,
  });

/** What the establishment has to do itself. */
export const useOwnTasks = (caseId: string | null | undefined) => useQuery({ ...ownTasksQuery(caseId ?? ""), enabled: !!caseId });

/** Says of a gesture: done, impossible, or that nobody knows. */
export function useAnswerGesture(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ task, answer }: { task: OwnTask; answer: GestureAnswer }) =>
      sendJson<OwnTask>(`/api/tasks/${task.id}/transitions`, { action: "answer", version: task.version, answer }),
    onSettled: () => client.invalidateQueries({ queryKey: ownTasksQuery(caseId).queryKey }),
  });
}
