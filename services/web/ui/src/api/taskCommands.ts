import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { body, newKey } from "./client";
import type { Task } from "./plan";
import type { components } from "./remediation";
import { remediation } from "./services";

type Schemas = components["schemas"];
export type NewTask = Schemas["NewTask"];
export type Playbook = Schemas["Playbook"];
export type TaskAction = Schemas["AllowedAction"]["action"];
export type Phase = Task["phase"];

/** What is asked of a task; its version goes with it. */
export type TaskCommand =
  | { action: "start" }
  | { action: "complete"; note?: string }
  | { action: "block" | "waive" | "reopen"; reason: string }
  | { action: "answer"; answer: Schemas["Answer"]["answer"] }
  | { action: "assign"; assignees: string[] }
  | { action: "due"; dueAt: string | null };

function ask({ id, version }: Task, command: TaskCommand) {
  const params = { path: { id } };
  if (command.action === "assign")
    return body(remediation.POST("/api/tasks/{id}/assignees", { params, body: { version, assignees: command.assignees } }));
  if (command.action === "due") return body(remediation.POST("/api/tasks/{id}/due", { params, body: { version, dueAt: command.dueAt } }));
  return body(remediation.POST("/api/tasks/{id}/transitions", { params, body: { version, ...command } }));
}

/** Whatever comes of a command, the whole plan is read again: one task done opens others. */
function usePlanAgain(caseId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["cases", caseId] });
}

export function useTaskCommand(caseId: string, task: Task) {
  return useMutation({ mutationFn: (command: TaskCommand) => ask(task, command), onSettled: usePlanAgain(caseId) });
}

/** Adds a task that somebody wrote; the same form sent twice is one task. */
export function useAddTask(caseId: string) {
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: (task: NewTask) =>
      body(remediation.POST("/api/cases/{id}/tasks", { params: { path: { id: caseId }, header: { "Idempotency-Key": key } }, body: task })),
    onSettled: usePlanAgain(caseId),
  });
}

export function useLayPlaybook(caseId: string) {
  return useMutation({
    mutationFn: (playbook: string) =>
      body(remediation.POST("/api/cases/{id}/playbooks", { params: { path: { id: caseId } }, body: { playbook } })),
    onSettled: usePlanAgain(caseId),
  });
}

const playbooksQuery = queryOptions({
  queryKey: ["playbooks"],
  queryFn: ({ signal }) => body(remediation.GET("/api/playbooks", { signal })),
  staleTime: 300_000,
});

/** Those that can be laid out; they change with the service's release. */
export const usePlaybooks = () => useQuery(playbooksQuery);
