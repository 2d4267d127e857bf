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

export const ownTasksQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["cases", caseId, "tasks", "own"],
    queryFn: async ({ signal }): Promise<OwnTask[]> => {
      try {
        const plan = await body(remediation.GET("/api/cases/{id}/tasks", { params: { path: { id: caseId } }, signal }));
        return plan.view === "ESTABLISHMENT" ? plan.tasks : [];
      } catch (error) {
        // a case that was opened a moment ago has no plan yet
        if (isMissing(error)) return [];
        throw error;
      }
    },
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
      body(
        remediation.POST("/api/tasks/{id}/transitions", {
          params: { path: { id: task.id } },
          body: { version: task.version, ...command },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["cases", caseId] }),
  });
}
