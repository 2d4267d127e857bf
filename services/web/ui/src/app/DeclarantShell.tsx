import type { ReactNode } from "react";
import { DeclarantFrame } from "../kit/DeclarantFrame";
import { KeptAnswers } from "../parts/declare/KeptAnswers";

/** What every page of an establishment has around it. */
export default function DeclarantShell({ children }: { children: ReactNode }) {
  return (
    <DeclarantFrame>
      <KeptAnswers />
      {children}
    </DeclarantFrame>
  );
}
