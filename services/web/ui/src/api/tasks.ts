import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchJson, sendJson } from "./fetchJson";
import type { Reason } from "./problem";

export const GESTURE_ANSWERS = ["DONE", "IMPOSSIBLE", "DO_NOT_KNOW"] as const;
export type GestureAnswer = (typeof GESTURE_ANSWERS)[number];

/** A phrase in both languages: the UI chooses. */
export interface Text {
  fr: string;
  en: string;
}

export interface OwnTask {
  id: string;
  version: number;
  title: Text;
  what?: Text | null;
  doNot: Text[];
  finishedWhen: Text[];
  evidenceNeeded?: Text | null;
  status: "TO_DO" | "IN_PROGRESS" | "BLOCKED" | "DONE" | "WAIVED";
  gesture: boolean;
  reply?: { answer: GestureAnswer; at: string } | null;
  dueAt?: string | null;
  changedAt?: string | null;
  changedBy?: string | null;
  allowedActions: { action: string; allowed: boolean; reasons: Reason[]; needs: string[] }[];
}

interface OwnPlan {
  tasks: OwnTask[];
}

export const ownTasksQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["cases", caseId, "tasks"],
    queryFn: async ({ signal }) => (await fetchJson<OwnPlan>(`/api/cases/${encodeURIComponent(caseId)}/tasks`, signal)).tasks,
    refetchInterval: 5_000,
  });

/** What the establishment has to do itself. */
export const useOwnTasks = (caseId: string | null | undefined) => useQuery({ ...ownTasksQuery(caseId ?? ""), enabled: !!caseId });

export type OwnTaskCommand = { action: "answer"; answer: GestureAnswer } | { action: "complete"; note?: string };

/** Says of a gesture how it stands, of a task that it is done. */
export function useOwnTaskCommand(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ task, command }: { task: OwnTask; command: OwnTaskCommand }) =>
      sendJson<OwnTask>(`/api/tasks/${encodeURIComponent(task.id)}/transitions`, { version: task.version, ...command }),
    onSettled: () => client.invalidateQueries({ queryKey: ownTasksQuery(caseId).queryKey }),
  });
}
