import { useQuery } from "@tanstack/react-query";
import { body } from "../../api/client";
import { timeline } from "../../api/services";
import { situationOf } from "../timeline/lines";

/** The newest situation report on the timeline; null where nobody has written one. */
export const useSituation = (caseId: string) =>
  useQuery({
    queryKey: ["cases", caseId, "situation"],
    queryFn: async ({ signal }) => {
      const query = { kind: ["SITUATION" as const], order: "desc", limit: 20 };
      const page = await body(timeline.GET("/api/cases/{id}/timeline", { params: { path: { id: caseId }, query }, signal }));
      return situationOf(page.items);
    },
    // another one may write it
    refetchInterval: 10_000,
  });
