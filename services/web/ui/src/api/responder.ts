import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { body, newKey } from "./client";
import { triage } from "./services";
import type { components } from "./triage";

type Schemas = components["schemas"];

/** Until when it is held is told by newer services. */
export type Card = Schemas["ResponderCard"] & { heldUntil?: string | null };
export type Headline = Schemas["HeadlineCase"];
export type Listed = Schemas["ListedCase"];
export type CaseView = Schemas["CaseView"];
export type WholeCase = Schemas["ResponderCase"];
export type AllowedAction = Schemas["AllowedAction"];
export type Action = AllowedAction["action"];
export type Status = Card["status"];
export type Deadline = Schemas["ResponderDeadline"];
export type DeadlineView = Schemas["DeadlineView"];
export type Care = Schemas["Care"];
export type CareLine = Schemas["CareLine"];
export type Declared = Schemas["DeclaredFacts"];
export type Reason = Schemas["Reason"];
export type Severity = NonNullable<Card["severity"]>;
export type IncidentType = Card["incidentType"];
export type Preview = Schemas["QualificationPreview"];
export type NewCase = Schemas["OpenCase"];

/** The commands on a case that are no transition, by the last part of their path. */
export interface Edits {
  care: Schemas["ChangeCare"];
  assignees: Schemas["Assign"];
  affected: Schemas["Affect"];
  access: Schemas["ChangeAccess"];
  deadlines: Schemas["ChangeDeadline"];
}

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ["cases", id, "whole"],
    queryFn: ({ signal }): Promise<CaseView> => body(triage.GET("/api/cases/{id}", { params: { path: { id } }, signal })),
    // no event says that an event has left
    refetchInterval: ({ state: { data } }) => data !== undefined && "restrictionPending" in data && data.restrictionPending && 2_000,
  });

/** A case by id or reference, as its reader may see it. */
export const useCase = (id: string) => useQuery(caseQuery(id));

const BESIDE = 4;

/** Other open cases of the establishment where a case began, exercises beside exercises: perhaps the same incident. */
export const useOpenBeside = ({ id, exercise, affected, status }: WholeCase) => {
  const establishment = affected[0]?.finess ?? "";
  return useQuery({
    queryKey: ["cases", "beside", establishment],
    queryFn: ({ signal }) =>
      body(triage.GET("/api/cases", { params: { query: { establishment: [establishment], limit: BESIDE } }, signal })),
    select: ({ items }) => items.filter((it) => it.id !== id && it.exercise === exercise),
    enabled: establishment !== "" && !["CLOSED", "REJECTED", "REDIRECTED", "MERGED"].includes(status),
  });
};

export const isWhole = (c: CaseView | Listed): c is WholeCase => c.view === "RESPONDER" && "allowedActions" in c;
export const isCard = (c: Listed): c is Schemas["ResponderCard"] => c.view === "RESPONDER";
export const isHeadline = (c: CaseView | Listed): c is Headline => c.view === "HEADLINE";

/** Keeps what a command answered, under both names of the case. */
function useKeep() {
  const client = useQueryClient();
  return {
    keep: (theCase: CaseView) => {
      for (const name of [theCase.id, theCase.reference]) client.setQueryData(caseQuery(name).queryKey, theCase);
    },
    /** Refused: somebody was faster, or the rules have heard something new. */
    again: () => client.invalidateQueries({ queryKey: ["cases"] }),
  };
}

/** What a transition's form sends: its action, the version it was decided on, and the fields of the action. */
export type Command = { action: Action; version: number } & Record<string, unknown>;

/** Moves a case. */
export function useTransition(id: string) {
  const { keep, again } = useKeep();
  return useMutation({
    mutationFn: (command: Command): Promise<CaseView> =>
      // the form is laid out from a table: the service checks what it sends
      body(triage.POST("/api/cases/{id}/transitions", { params: { path: { id } }, body: command as never })),
    onSuccess: keep,
    onError: again,
  });
}

const edits = {
  care: (id: string, body: Edits["care"]) => triage.POST("/api/cases/{id}/care", { params: { path: { id } }, body }),
  assignees: (id: string, body: Edits["assignees"]) => triage.POST("/api/cases/{id}/assignees", { params: { path: { id } }, body }),
  affected: (id: string, body: Edits["affected"]) => triage.POST("/api/cases/{id}/affected", { params: { path: { id } }, body }),
  access: (id: string, body: Edits["access"]) => triage.POST("/api/cases/{id}/access", { params: { path: { id } }, body }),
  deadlines: (id: string, body: Edits["deadlines"]) => triage.POST("/api/cases/{id}/deadlines", { params: { path: { id } }, body }),
};

/** Changes what is known of a case. */
export function useEdit<K extends keyof Edits>(id: string, what: K) {
  const { keep, again } = useKeep();
  const send = edits[what] as (id: string, edit: Edits[K]) => Promise<{ data?: CaseView }>;
  return useMutation({ mutationFn: (edit: Edits[K]): Promise<CaseView> => body(send(id, edit)), onSuccess: keep, onError: again });
}

/** Opens a case before any declaration; the same form sent twice is one case. */
export function useOpenCase() {
  const { keep } = useKeep();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: (how: NewCase): Promise<CaseView> =>
      body(triage.POST("/api/cases", { params: { header: { "Idempotency-Key": key } }, body: how })),
    onSuccess: keep,
  });
}

/** What a qualification would lead to, with the answers given so far; those not given are left out. */
export const usePreview = (id: string, answers: Record<string, string>) => {
  const asked = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ""));
  return useQuery({
    queryKey: ["cases", id, "qualification", asked],
    queryFn: ({ signal }): Promise<Preview> =>
      body(triage.GET("/api/cases/{id}/qualification", { params: { path: { id }, query: asked }, signal })),
    placeholderData: keepPreviousData,
  });
};
