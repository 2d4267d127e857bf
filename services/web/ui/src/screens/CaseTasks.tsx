import { Navigate, useParams } from "@tanstack/react-router";
import { responds, useMe } from "../api/me";
import { ResponderCase } from "../parts/case/ResponderCase";
import { CaseTasks } from "../parts/tasks/CaseTasks";

export default function CaseTasksPage() {
  const { case: id } = useParams({ from: "/cases/$case/tasks" });
  if (!responds(useMe())) return <Navigate to="/cases/$case" params={{ case: id }} replace />;
  return (
    <ResponderCase id={id} tab="tasks">
      {(theCase) => <CaseTasks caseId={theCase.id} />}
    </ResponderCase>
  );
}
