import { useQuery } from "@tanstack/react-query";
import { body } from "../../api/client";
import { timeline } from "../../api/services";

/** The newest situation report on the timeline; null where nobody has written one. */
export const useSituation = (caseId: string) =>
  useQuery({
    queryKey: ["cases", caseId, "situation"],
    queryFn: async ({ signal }) => {
      const query = { kind: ["SITUATION" as const], order: "desc", limit: 1 };
      const page = await body(timeline.GET("/api/cases/{id}/timeline", { params: { path: { id: caseId }, query }, signal }));
      return page.items[0] ?? null;
    },
  });
