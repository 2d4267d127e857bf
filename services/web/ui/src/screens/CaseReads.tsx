import { Navigate, useParams } from "@tanstack/react-router";
import { has, useMe } from "../api/me";
import { ResponderCase } from "../parts/case/ResponderCase";
import { CaseReads } from "../parts/reads/CaseReads";

/** For who leads alone; the services refuse everybody else. */
export default function CaseReadsPage() {
  const { case: id } = useParams({ from: "/cases/$case/reads" });
  if (!has(useMe(), "LEAD")) return <Navigate to="/cases/$case" params={{ case: id }} replace />;
  return (
    <ResponderCase id={id} tab="reads">
      {(theCase) => <CaseReads caseId={theCase.id} />}
    </ResponderCase>
  );
}
