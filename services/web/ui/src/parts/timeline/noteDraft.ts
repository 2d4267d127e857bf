import { newKey } from "../../api/client";
import type { Entry } from "../../api/entries";
import type { Kind, Note } from "../../api/lines";
import { type Side, sideOf } from "./lines";

export const CONFIDENCES = ["CERTAIN", "PROBABLE", "POSSIBLE"] as const;

export interface NoteDraft {
  /** Sent twice under the same key, it is one line. */
  key: string;
  text: string;
  kind: Kind;
  /** Nothing: now. */
  occurredAt: string;
  past: boolean;
  side: Side;
  tlp: NonNullable<Note["tlp"]>;
  audience: NonNullable<Note["audience"]>;
  technique: string;
  confidence: (typeof CONFIDENCES)[number] | null;
}

/** A correction begins as what it corrects: what is right in it stays. */
function begin(corrected: Entry | null): NoteDraft {
  const { technique, confidence } = corrected?.data ?? {};
  return {
    key: newKey(),
    text: corrected?.text ?? "",
    kind: corrected?.kind ?? "FACT",
    occurredAt: corrected?.occurredAt ?? "",
    past: corrected !== null,
    side: corrected ? sideOf(corrected) : "RESPONSE",
    tlp: corrected?.tlp ?? "AMBER_STRICT",
    audience: corrected?.audience ?? "RESPONDERS",
    technique: typeof technique === "string" ? technique : "",
    confidence: CONFIDENCES.find((it) => it === confidence) ?? null,
  };
}

/** Half-written notes, as long as the page is open: neither another tab of the case nor a correction loses them. */
const kept = new Map<string, NoteDraft>();
const nameOf = (caseId: string, corrected: Entry | null): string => `${caseId} ${corrected?.seq ?? "new"}`;

export const noteOf = (caseId: string, corrected: Entry | null): NoteDraft => kept.get(nameOf(caseId, corrected)) ?? begin(corrected);

/** The note with what was just typed, which is kept. */
export function changedNote(caseId: string, corrected: Entry | null, part: Partial<NoteDraft>): NoteDraft {
  const note = { ...noteOf(caseId, corrected), ...part };
  kept.set(nameOf(caseId, corrected), note);
  return note;
}

/** It is written: the next one begins empty. */
export const dropNote = (caseId: string, corrected: Entry | null) => void kept.delete(nameOf(caseId, corrected));
