import { queryOptions, useQuery } from "@tanstack/react-query";
import { body } from "./client";
import { Problem } from "./problem";
import type { components } from "./remediation";
import { remediation } from "./services";

type Schemas = components["schemas"];
export type Plan = Schemas["ResponderPlan"];
export type Task = Schemas["ResponderTask"];
export type Gate = Schemas["GateView"];

export const planQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["cases", caseId, "plan"],
    queryFn: async ({ signal }): Promise<Plan> => {
      const plan = await body(remediation.GET("/api/cases/{id}/tasks", { params: { path: { id: caseId } }, signal }));
      if (plan.view === "RESPONDER") return plan;
      throw new Problem({ status: 404, type: "not-found" });
    },
  });

/** All tasks of a case and its gates, as responders see them. */
export const usePlan = (caseId: string) => useQuery(planQuery(caseId));

export const isSettledTask = ({ status }: Task): boolean => status === "DONE" || status === "WAIVED";
