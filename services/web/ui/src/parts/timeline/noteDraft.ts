import { newKey } from "../../api/client";
import type { Entry } from "../../api/entries";
import type { Kind, Note } from "../../api/lines";
import { KINDS, type Side, sideOf, SIDES } from "./lines";

export const TLPS = ["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"] as const;
export const AUDIENCES = ["RESPONDERS", "ESTABLISHMENT"] as const;
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
export function begin(corrected: Entry | null, kind: Kind = "FACT"): NoteDraft {
  const { technique, confidence } = corrected?.data ?? {};
  return {
    key: newKey(),
    text: corrected?.text ?? "",
    kind: corrected?.kind ?? kind,
    occurredAt: corrected?.occurredAt ?? "",
    past: corrected !== null,
    side: corrected ? sideOf(corrected) : "RESPONSE",
    tlp: corrected?.tlp ?? "AMBER_STRICT",
    audience: corrected?.audience ?? "RESPONDERS",
    technique: typeof technique === "string" ? technique : "",
    confidence: CONFIDENCES.find((it) => it === confidence) ?? null,
  };
}

/** One note for what is new, one for a situation report, one for each correction: none of them loses another. */
export const noteForm = (caseId: string, corrected: Entry | null, kind: Kind | undefined): string =>
  `note.${caseId}.${corrected?.seq ?? kind ?? "new"}`;

/** A note as an earlier build or another tab kept it; nothing where it is none. */
export function readNote(stored: unknown): NoteDraft | null {
  const empty = begin(null);
  if (typeof stored !== "object" || stored === null) return null;
  const note = { ...empty, ...stored };
  const right =
    [note.key, note.text, note.occurredAt, note.technique].every((it) => typeof it === "string") &&
    typeof note.past === "boolean" &&
    KINDS.some((it) => it === note.kind) &&
    SIDES.includes(note.side) &&
    TLPS.includes(note.tlp) &&
    AUDIENCES.includes(note.audience) &&
    (note.confidence === null || CONFIDENCES.includes(note.confidence));
  return right ? note : null;
}

/** As it is sent; of the attacker's side alone with technique and confidence. */
export function noteOf(draft: NoteDraft, corrected: Entry | null): Note {
  const attacker = draft.side === "ATTACKER";
  return {
    kind: draft.kind,
    text: draft.text.trim(),
    tlp: draft.tlp,
    audience: draft.audience,
    side: draft.side,
    ...(draft.past && { occurredAt: draft.occurredAt }),
    ...(corrected && { corrects: corrected.seq }),
    ...(attacker && draft.technique && { technique: draft.technique }),
    ...(attacker && draft.confidence && { confidence: draft.confidence }),
  };
}
