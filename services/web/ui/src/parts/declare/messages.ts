import type { Entry } from "../../api/entries";
import { parsed } from "../../api/json";
import { DeviceStore } from "../../kit/deviceStore";

/** By case: the number of the last line of its log that this person has had before their eyes. */
type Seen = Readonly<Record<string, number>>;

const NOTHING: Seen = {};

/** Which messages a person has read on this device: what is new on another one is shown there too, rather once too often. */
export class SeenMessages extends DeviceStore<Seen> {
  constructor(storage: Storage) {
    super(storage, "pris.seen.", read);
  }

  upTo(person: string, caseId: string): number {
    const seen = this.find(person, 0);
    return Object.hasOwn(seen, caseId) ? (seen[caseId] ?? 0) : 0;
  }

  saw(person: string, caseId: string, seq: number) {
    if (seq > this.upTo(person, caseId)) this.keep(person, { ...this.find(person, 0), [caseId]: seq });
  }
}

function read(text: string | null): Seen {
  try {
    const stored = text === null ? null : parsed(text);
    if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return NOTHING;
    return Object.values(stored).every((seq) => typeof seq === "number") ? (stored as Seen) : NOTHING;
  } catch {
    return NOTHING;
  }
}

type Line = Pick<Entry, "seq" | "type" | "role" | "text">;

const OWN = new Set<Entry["role"]>(["DECLARANT", "REPORTER"]);

/** What PRIS has written to the hospital: a message or a question, not what a case does by itself. */
export const isMessage = ({ type, role, text }: Omit<Line, "seq">): boolean => type === "note.written.v1" && !OWN.has(role) && !!text;

/** Those that are new since a line, the newest first as they come. */
export const newMessages = <L extends Line>(lines: readonly L[], since: number): L[] =>
  lines.filter((line) => line.seq > since && isMessage(line));
