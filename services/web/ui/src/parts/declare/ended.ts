import type { DeclarationLine } from "../../api/declarations";

type Status = DeclarationLine["caseStatus"];

const ENDED = new Set<Status>(["CLOSED", "REJECTED", "REDIRECTED"]);

/** Nobody works on it any more. What joined another case goes on there. */
export const hasEnded = (status: Status): boolean => ENDED.has(status);

/** Somebody works on it, or will: also what has just arrived and has no case yet. */
export const isOpen = (status: Status): boolean => !hasEnded(status);
