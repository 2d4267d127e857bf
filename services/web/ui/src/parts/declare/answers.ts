import { parsed } from "../../api/json";
import { isMissing, Problem } from "../../api/problem";
import { GESTURE_ANSWERS, type GestureAnswer, type OwnTask } from "../../api/tasks";
import { DeviceStore } from "../../kit/deviceStore";
import { ms } from "../../words/time";

/** An answer to a gesture that PRIS does not have yet. */
export interface GivenAnswer {
  caseId: string;
  task: string;
  /** What was asked, to be said where the question itself is not shown. */
  title: OwnTask["title"];
  answer: GestureAnswer;
  /** When it was given, whenever it arrives. */
  at: string;
  /** PRIS will not take it any more; it is shown until the person has seen it. */
  refused: boolean;
}

const NONE: readonly GivenAnswer[] = [];

/** Answers to gestures, kept on this device until they have arrived: one per person and gesture, the newest. */
export class GivenAnswers extends DeviceStore<readonly GivenAnswer[]> {
  constructor(storage: Storage) {
    super(storage, "pris.answers.", read);
  }

  of(person: string): readonly GivenAnswer[] {
    return this.find(person, 0);
  }

  give(person: string, given: GivenAnswer) {
    this.put(person, [...this.of(person).filter((it) => it.task !== given.task), given]);
  }

  /** Nothing where somebody has answered anew meanwhile: that answer still has to leave. */
  settle(person: string, given: GivenAnswer, refused = false) {
    const same = (it: GivenAnswer) => it.task === given.task && it.at === given.at;
    this.put(
      person,
      this.of(person).flatMap((it) => (!same(it) ? [it] : refused ? [{ ...it, refused }] : [])),
    );
  }

  private put(person: string, answers: readonly GivenAnswer[]) {
    if (answers.length > 0) this.keep(person, answers);
    else this.discard(person);
  }
}

function read(text: string | null): readonly GivenAnswer[] {
  try {
    const stored = text === null ? null : parsed(text);
    return Array.isArray(stored) ? stored.filter(isGiven) : NONE;
  } catch {
    return NONE;
  }
}

const isGiven = (value: unknown): value is GivenAnswer => {
  const it = value as Partial<GivenAnswer> | null;
  return (
    typeof it === "object" &&
    typeof it?.caseId === "string" &&
    typeof it.task === "string" &&
    typeof it.title?.fr === "string" &&
    typeof it.title.en === "string" &&
    GESTURE_ANSWERS.some((known) => known === it.answer) &&
    !Number.isNaN(ms(it.at ?? "")) &&
    typeof it.refused === "boolean"
  );
};

interface Remote {
  tasksOf: (caseId: string) => Promise<OwnTask[]>;
  send: (task: OwnTask, given: GivenAnswer) => Promise<unknown>;
}

/** Brings one answer to PRIS. Later: nobody could take it now, it stays on the device. */
export async function deliver(given: GivenAnswer, { tasksOf, send }: Remote): Promise<"arrived" | "later" | "refused"> {
  try {
    const task = (await tasksOf(given.caseId)).find((it) => it.id === given.task);
    if (!task) return "refused";
    // the same question was answered after this: by a colleague, or on another device
    if (task.reply && ms(task.reply.at) >= ms(given.at)) return "arrived";
    await send(task, given);
    return "arrived";
  } catch (error) {
    return isFinal(error) ? "refused" : "later";
  }
}

/** A changed task is read again and answered anew; a closed case, or one that is not theirs any more, takes no answer. */
const isFinal = (error: unknown): boolean =>
  error instanceof Problem && error.currentVersion === undefined && (isMissing(error) || [400, 403, 409, 422].includes(error.status));
