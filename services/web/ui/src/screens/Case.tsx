import { useParams } from "@tanstack/react-router";
import { has, responds, useMe } from "../api/me";
import { CaseForAuthority } from "./CaseForAuthority";
import { CaseForDeclarant } from "./CaseForDeclarant";
import { CaseOverview } from "./CaseOverview";

/** One address of a case for everybody; what it shows depends on who reads it. */
export default function CasePage() {
  const { case: id } = useParams({ from: "/cases/$case" });
  const me = useMe();
  if (responds(me)) return <CaseOverview id={id} />;
  return has(me, "AUTHORITY") ? <CaseForAuthority id={id} /> : <CaseForDeclarant id={id} />;
}
