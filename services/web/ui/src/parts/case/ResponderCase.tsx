import { Navigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { NotFound } from "../../app/Message";
import { isMissing } from "../../api/problem";
import { isHeadline, isWhole, useCase, type WholeCase } from "../../api/responder";
import { useNameOf } from "../../kit/People";
import { useTitle } from "../../kit/useTitle";
import { Failed, Loading } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import { CaseFrame, type Tab } from "./CaseFrame";
import { useLiveCase } from "./useLiveCase";
import classes from "./CaseFrame.module.css";

interface ResponderCaseProps {
  id: string;
  tab: Tab;
  children: (theCase: WholeCase) => ReactNode;
}

/** A page of a case for who works on it: read, kept live, in its frame. */
export function ResponderCase({ id, tab, children }: ResponderCaseProps) {
  const { t } = useWords();
  const nameOf = useNameOf();
  const theCase = useCase(id);
  const data = theCase.data;
  useLiveCase(data?.id, id);
  const place = data && isWhole(data) ? data.affected[0]?.name : undefined;
  useTitle(`${place ?? id} · ${t(`case.tab.${tab}`)}`);
  if (isMissing(theCase.error)) return <NotFound />;
  if (!data) return theCase.isError ? <Failed error={theCase.error} retry={() => void theCase.refetch()} /> : <Loading />;
  if (isHeadline(data)) {
    return (
      <div className={classes.door}>
        <h1>{t("case.closed.door")}</h1>
        <p className="mono">{data.reference}</p>
        <p>{data.lead ? t("case.closed.door.why", { lead: nameOf(data.lead) }) : t("case.closed.door.nolead")}</p>
      </div>
    );
  }
  if (!isWhole(data)) return <Navigate to="/" />;
  return (
    <CaseFrame theCase={data} tab={tab}>
      {children(data)}
    </CaseFrame>
  );
}
