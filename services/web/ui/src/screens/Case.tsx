import { useParams } from "@tanstack/react-router";
import { responds, useMe } from "../api/me";
import { CaseForDeclarant } from "./CaseForDeclarant";
import { CaseOverview } from "./CaseOverview";

/** One address of a case for everybody; what it shows depends on who reads it. */
export default function CasePage() {
  const { case: id } = useParams({ from: "/cases/$case" });
  return responds(useMe()) ? <CaseOverview id={id} /> : <CaseForDeclarant id={id} />;
}
