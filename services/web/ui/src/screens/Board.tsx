import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { NotFound } from "../app/Message";
import { responds, useMe } from "../api/me";
import { type Action, caseQuery, isWhole } from "../api/responder";
import { byUrgency } from "../kit/order";
import { useNow } from "../kit/now";
import { useNameOf } from "../kit/People";
import { PrintedAt } from "../kit/PrintedAt";
import { usePrinting } from "../kit/usePrinting";
import { usePageKeys } from "../kit/usePageKeys";
import { useTitle } from "../kit/useTitle";
import { Failed, Loading } from "../kit/Waiting";
import { ActionDialog } from "../parts/act/ActionDialog";
import { OpenCase } from "../parts/act/OpenCase";
import { BoardHead } from "../parts/board/BoardHead";
import { isOpen } from "../parts/board/cards";
import { CaseTable } from "../parts/board/CaseTable";
import { Columns } from "../parts/board/Columns";
import { Ended } from "../parts/board/Ended";
import { ActiveFilters } from "../parts/board/Filters";
import { type BoardSearch, filtersOn, passes } from "../parts/board/filters";
import { Keys } from "../parts/board/Keys";
import { byLetter } from "../parts/board/moves";
import { board, useBoard } from "../parts/board/useBoard";
import { useWords } from "../words/useWords";
import classes from "../parts/board/Board.module.css";
import ownClasses from "./Board.module.css";

/** Every open case, live: what hurts most stands on top. */
export default function BoardPage() {
  return responds(useMe()) ? <Board /> : <NotFound />;
}

function Board() {
  const { t, problem } = useWords();
  useTitle(t("board.title"));
  const { cards, headlines, live, loaded, error, more, fresh } = useBoard();
  const search = useSearch({ from: "/cases" });
  const navigate = useNavigate({ from: "/cases" });
  const client = useQueryClient();
  const now = useNow();
  // columns are for a screen: paper has one case under the other
  const printing = usePrinting();
  const nameOf = useNameOf();
  const [acting, act] = useState<{ id: string; action: Action } | null>(null);
  const [opening, setOpening] = useState(false);
  const [helping, setHelping] = useState(false);
  const [notice, setNotice] = useState("");
  const onSearch = (to: BoardSearch) => void navigate({ search: to, replace: true });
  const byView = ({ view }: BoardSearch) => {
    const { view: _, ...rest } = search;
    onSearch({ ...rest, ...(view && { view }) });
  };
  usePageKeys({ "?": () => setHelping(true) });

  const onLetter = async (id: string, letter: string) => {
    // a colleague may have moved it a second ago, and the card has already followed
    const theCase = await client.fetchQuery({ ...caseQuery(id), staleTime: 0 }).catch(() => null);
    if (!theCase || !isWhole(theCase)) return;
    const action = byLetter(letter, theCase.allowedActions);
    setNotice("");
    if (!action) return;
    if (theCase.allowedActions.some((it) => it.action === action)) act({ id, action });
    else setNotice(t("board.move.none", { action: t(`act.${action}`), status: t(`board.status.${theCase.status}`) }));
  };

  const all = [...cards.values()].filter(isOpen);
  const shown = all.filter((card) => passes(card, search)).sort(byUrgency(now));
  return (
    <div className={ownClasses.page}>
      <PrintedAt />
      <BoardHead
        shown={shown}
        all={all}
        live={live}
        now={now}
        search={search}
        onFilter={onSearch}
        onView={byView}
        onOpen={() => setOpening(true)}
        onKeys={() => setHelping(true)}
      />
      <ActiveFilters search={search} cards={all} onSearch={onSearch} />
      {error && loaded ? <p className={ownClasses.warning}>{t("board.stale", { why: problem(error) })}</p> : null}
      {more && <p className={ownClasses.notice}>{t("board.more")}</p>}
      <div role="status">{notice && <p className={ownClasses.notice}>{notice}</p>}</div>
      {search.view === "ended" ? (
        <Ended search={search} now={now} />
      ) : !loaded ? (
        error ? (
          <Failed error={error} retry={board.reload} />
        ) : (
          <Loading />
        )
      ) : all.length === 0 ? (
        <div className={classes.empty}>
          <b>{t("board.empty")}</b>
          <p>{t("board.empty.why")}</p>
        </div>
      ) : shown.length === 0 ? (
        <div className={classes.empty}>
          <p>{t("board.filter.none")}</p>
          {(filtersOn(search) > 0 || search.q) && (
            <Button variant="default" onClick={() => onSearch(search.view ? { view: search.view } : {})}>
              {t("board.filter.clear")}
            </Button>
          )}
        </div>
      ) : search.view === "list" || printing ? (
        <div className={classes.body}>
          <CaseTable cards={shown} now={now} />
        </div>
      ) : (
        <Columns
          cards={shown}
          now={now}
          fresh={fresh}
          onAct={({ id }, action) => act({ id, action })}
          onLetter={(id, letter) => void onLetter(id, letter)}
          onNotice={setNotice}
        />
      )}
      {headlines.length > 0 && search.view !== "ended" && (
        <p className={ownClasses.headlines}>
          {t("kit.colon", {
            what: t("board.headlines", { n: headlines.length }),
            said: headlines.map((it) => `${it.reference}${it.lead ? ` (${nameOf(it.lead)})` : ""}`).join(", "),
          })}
        </p>
      )}
      {acting && <ActionDialog id={acting.id} action={acting.action} onClose={() => act(null)} />}
      {opening && <OpenCase onClose={() => setOpening(false)} />}
      {helping && <Keys onClose={() => setHelping(false)} />}
    </div>
  );
}
