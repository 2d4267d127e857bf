import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { body } from "../../api/client";
import { isCard } from "../../api/responder";
import { triage } from "../../api/services";
import { useNow } from "../../kit/now";
import { wantedOf } from "../../kit/searchWords";
import { ASIDE, COLUMNS, ENDED } from "../board/cards";
import { useBoard } from "../board/useBoard";
import { hitsOf } from "./hits";

const PAUSE = 250;
const SHORTEST = 2;

/** Open cases are found at once, among those that are loaded; ended ones are asked for. */
export function useCaseSearch(q: string) {
  const { cards, more } = useBoard();
  const now = useNow();
  const wanted = wantedOf(q).join(" ");
  const [asked] = useDebouncedValue(wanted, PAUSE);
  const enabled = asked.length >= SHORTEST;
  const status = more ? [...COLUMNS, ...ASIDE, ...ENDED] : ENDED;
  const served = useQuery({
    queryKey: ["search", asked, status],
    queryFn: async ({ signal }) => {
      const query = { q: asked, status, sort: "changed", limit: 8 };
      return (await body(triage.GET("/api/cases", { params: { query: query as never }, signal }))).items.filter(isCard);
    },
    enabled,
    placeholderData: keepPreviousData,
  });
  const settled = asked === wanted && !served.isFetching;
  return {
    ...hitsOf(q, cards.values(), settled && enabled ? (served.data ?? []) : [], now),
    /** Whether all has been looked through. */
    settled: settled && (!enabled || !served.isError),
    failed: settled && enabled && served.isError,
  };
}
