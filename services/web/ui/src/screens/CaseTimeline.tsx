import { Navigate, useParams } from "@tanstack/react-router";
import { responds, useMe } from "../api/me";
import { ResponderCase } from "../parts/case/ResponderCase";
import { CaseTimeline } from "../parts/timeline/CaseTimeline";

export default function CaseTimelinePage() {
  const { case: id } = useParams({ from: "/cases/$case/timeline" });
  if (!responds(useMe())) return <Navigate to="/cases/$case" params={{ case: id }} replace />;
  return (
    <ResponderCase id={id} tab="timeline">
      {(theCase) => <CaseTimeline caseId={theCase.id} />}
    </ResponderCase>
  );
}
