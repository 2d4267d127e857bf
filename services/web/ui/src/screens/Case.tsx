import { useParams } from "@tanstack/react-router";
import { NotFound } from "../app/Message";
import { responds, useMe } from "../api/me";
import { CaseForDeclarant } from "./CaseForDeclarant";

/** One address of a case for everybody; what it shows depends on who reads it. */
export default function CasePage() {
  const { case: id } = useParams({ from: "/cases/$case" });
  return responds(useMe()) ? <NotFound /> : <CaseForDeclarant id={id} />;
}
