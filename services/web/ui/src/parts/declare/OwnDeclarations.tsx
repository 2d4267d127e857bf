import { Button } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useOwnCase, useOwnCases } from "../../api/cases";
import { type DeclarationLine, useDeclarations } from "../../api/declarations";
import { nearest } from "../../kit/clock";
import { Countdown } from "../../kit/Countdown";
import { useNow } from "../../kit/now";
import { Failed, Loading } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import { isOpen } from "./ended";
import { useDraft } from "./useDraft";
import { useUnread } from "./useMessages";
import classes from "./OwnDeclarations.module.css";

/** Of so many cases it is asked whether there is something new. */
const MOST_READ = 20;

/** Own declarations: what it is, what is going on in plain words. The whole row opens. */
export function OwnDeclarations() {
  const { t } = useWords();
  const list = useDeclarations();
  const draft = useDraft("declare");
  const declarations = list.data?.pages.flatMap((page) => page.items) ?? [];
  const cases = useOwnCases(declarations.length).data;
  const open = new Set(declarations.filter((it) => isOpen(it.caseStatus)).flatMap((it) => caseOf(it) ?? []));
  const unread = useUnread([...open].slice(0, MOST_READ));
  const isNew = (it: DeclarationLine) => unread.has(caseOf(it) ?? "");
  if (list.data === undefined && !draft)
    return list.isError ? <Failed error={list.error} retry={() => void list.refetch()} /> : <Loading />;
  return (
    <>
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {declarations.length === 0 && !draft && list.data && <p className={classes.none}>{t("declare.home.none")}</p>}
      {(declarations.length > 0 || draft) && (
        <ul className={classes.list}>
          {draft && <DraftRow savedAt={draft.savedAt} />}
          {[...declarations.filter(isNew), ...declarations.filter((it) => !isNew(it))].map((d) => (
            <Row key={d.id} declaration={d} cases={cases} isNew={isNew(d)} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button mt={10} variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("declare.home.more")}
        </Button>
      )}
    </>
  );
}

function DraftRow({ savedAt }: { savedAt: string }) {
  const { t, at } = useWords();
  const now = useNow();
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Link to="/declare" className={classes.open}>
          {t("declare.own.draft.title")}
        </Link>
      </div>
      <div className={classes.state}>
        <b>{t("declare.own.draft.state")}</b>
        <span>{t("declare.own.draft.detail")}</span>
      </div>
      <div className={classes.clock}>
        <span>{t("declare.own.draft.saved", { at: at(savedAt, now) })}</span>
      </div>
      <IconChevronRight className={classes.go} size={20} stroke={1.7} aria-hidden />
    </li>
  );
}

type Cases = ReturnType<typeof useOwnCases>["data"];

/** Where it goes on: in its own case, or in the one that has taken that in. */
const caseOf = ({ mergedInto, caseId }: DeclarationLine): string | null => mergedInto ?? caseId ?? null;

/** The case of a declaration: among those that were read together, else by itself, as one that an older case has taken in. */
function useCaseOf(declaration: DeclarationLine, cases: Cases) {
  const id = caseOf(declaration);
  const found = id === null ? undefined : cases?.get(id);
  const alone = useOwnCase(cases && !found && isOpen(declaration.caseStatus) ? id : null).data;
  return found ?? alone;
}

interface RowProps {
  declaration: DeclarationLine;
  cases: Cases;
  /** PRIS has written, and nobody has read it here. */
  isNew: boolean;
}

function Row({ declaration: d, cases, isNew }: RowProps) {
  const { t, code, at, before } = useWords();
  const now = useNow();
  const theCase = useCaseOf(d, cases);
  const title = code("kit.type", theCase?.incidentType ?? d.incidentType ?? "UNDETERMINED");
  const clock =
    theCase &&
    nearest(
      theCase.deadlines.filter((c) => c.kind === "LEGAL"),
      now,
    );
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        {d.caseReference ? (
          <Link to="/cases/$case" params={{ case: d.caseReference }} className={classes.open}>
            {title}
          </Link>
        ) : (
          <Link to="/declarations/$declaration" params={{ declaration: d.id }} className={classes.open}>
            {title}
          </Link>
        )}
        <span className={classes.where}>
          {d.establishment.name} · <span className={classes.reference}>{d.caseReference ?? d.reference}</span>
        </span>
      </div>
      <div className={classes.state}>
        {isNew && <b className={classes.isNew}>{t("own.new.mine")}</b>}
        <b>{d.caseStatus ? code("own.state", d.caseStatus) : t("declare.own.arriving")}</b>
        {theCase?.lead && <span>{t("declare.own.lead", { name: theCase.lead })}</span>}
      </div>
      <div className={classes.clock}>
        {clock?.dueAt ? (
          <>
            <Countdown clock={clock} now={now} aim />
            <span>{before(clock.dueAt, now)}</span>
          </>
        ) : (
          <span>{t("declare.own.sent", { at: at(d.submittedAt, now) })}</span>
        )}
      </div>
      <IconChevronRight className={classes.go} size={20} stroke={1.7} aria-hidden />
    </li>
  );
}
