import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { body } from "./client";
import { isMissing } from "./problem";
import type { components } from "./remediation";
import { remediation } from "./services";

type Schemas = components["schemas"];
export type OwnTask = Schemas["EstablishmentTask"];
/** A phrase in both languages: the UI chooses. */
export type Text = Schemas["Text"];

export const GESTURE_ANSWERS = ["DONE", "IMPOSSIBLE", "DO_NOT_KNOW"] as const satisfies Schemas["Answer"]["answer"][];
export type GestureAnswer = (typeof GESTURE_ANSWERS)[number];

export async function ownTasksOf(caseId: string, signal?: AbortSignal): Promise<OwnTask[]> {
  try {
    const params = { path: { id: caseId } };
    const plan = await body(remediation.GET("/api/cases/{id}/tasks", { params, ...(signal && { signal }) }));
    return plan.view === "ESTABLISHMENT" ? plan.tasks : [];
  } catch (error) {
    // a case that was opened a moment ago has no plan yet
    if (isMissing(error)) return [];
    throw error;
  }
}

export const ownTasksQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["cases", caseId, "tasks", "own"],
    queryFn: ({ signal }) => ownTasksOf(caseId, signal),
    refetchInterval: 5_000,
  });

/** What the establishment has to do itself. */
export const useOwnTasks = (caseId: string | null | undefined) => useQuery({ ...ownTasksQuery(caseId ?? ""), enabled: !!caseId });

/** A case that ended asks nothing any more. */
export const mayAnswer = ({ allowedActions }: OwnTask): boolean => allowedActions.some((it) => it.action === "answer" && it.allowed);

/** Says of a gesture how it stands, and since when that was known. */
export const answerGesture = ({ id, version }: OwnTask, { answer, at }: { answer: GestureAnswer; at: string }) =>
  body(remediation.POST("/api/tasks/{id}/transitions", { params: { path: { id } }, body: { version, action: "answer", answer, at } }));

/** Says of a task that it is done. */
export function useFinishTask(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ task: { id, version }, note }: { task: OwnTask; note: string }) =>
      body(
        remediation.POST("/api/tasks/{id}/transitions", {
          params: { path: { id } },
          body: { version, action: "complete", ...(note && { note }) },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["cases", caseId] }),
  });
}
