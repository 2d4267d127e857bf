import { Button } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { body } from "../../api/client";
import { isCard } from "../../api/responder";
import { triage } from "../../api/services";
import { Failed, Loading } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import { ENDED } from "./cards";
import { CaseTable } from "./CaseTable";
import { type BoardSearch, FILTERS, valuesOf } from "./filters";
import classes from "./Board.module.css";

/** Cases that have ended: too many to hold, so the service searches them. Newest first. */
export function Ended({ search, now }: { search: BoardSearch; now: number }) {
  const { t } = useWords();
  const asked = Object.fromEntries(FILTERS.map((name) => [name, valuesOf(search[name])]).filter(([, values]) => (values?.length ?? 0) > 0));
  const query = { ...asked, status: ENDED, sort: "changed", limit: 50, ...(search.q && { q: search.q }) };
  const cases = useInfiniteQuery({
    queryKey: ["cases", "ended", query],
    queryFn: ({ pageParam, signal }) =>
      body(triage.GET("/api/cases", { params: { query: { ...query, ...(pageParam && { after: pageParam }) } as never }, signal })),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  if (cases.isError && !cases.data) return <Failed error={cases.error} retry={() => void cases.refetch()} />;
  if (!cases.data) return <Loading />;
  const cards = cases.data.pages.flatMap((page) => page.items).filter(isCard);
  if (cards.length === 0) return <p className={classes.empty}>{t("board.ended.none")}</p>;
  return (
    <div className={classes.body}>
      <CaseTable cards={cards} now={now} ended />
      {cases.hasNextPage && (
        <Button variant="default" mt="md" loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
          {t("board.ended.more")}
        </Button>
      )}
    </div>
  );
}
