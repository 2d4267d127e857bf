import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useMe } from "../../api/me";
import { answerGesture, type GestureAnswer, type OwnTask, ownTasksOf } from "../../api/tasks";
import { serverNow } from "../../kit/now";
import { deliver, type GivenAnswer, GivenAnswers } from "./answers";

/** Between two attempts while an answer has not arrived. */
const AGAIN = 10_000;

let store: GivenAnswers | undefined;
function answersHere(): GivenAnswers {
  if (!store) {
    store = new GivenAnswers(localStorage);
    window.addEventListener("storage", store.heard);
  }
  return store;
}

export interface OwnAnswers {
  /** Those that PRIS does not have yet. */
  given: readonly GivenAnswer[];
  /** Keeps an answer; it leaves at once, or as soon as somebody takes it. */
  give: (caseId: string, task: OwnTask, answer: GestureAnswer) => void;
  /** The person has seen that it was refused. */
  forget: (given: GivenAnswer) => void;
}

/** The answers to gestures that this person gave on this device. */
export function useAnswers(): OwnAnswers {
  const person = useMe()?.subject ?? "";
  const given = useSyncExternalStore(answersHere().subscribe, () => answersHere().of(person));
  return useMemo(
    () => ({
      given,
      give: (caseId, { id, title }, answer) =>
        answersHere().give(person, { caseId, task: id, title, answer, at: new Date(serverNow()).toISOString(), refused: false }),
      forget: (it) => answersHere().settle(person, it),
    }),
    [given, person],
  );
}

/** Brings what is kept to PRIS, on whatever page its giver is: at once, when the network is back, and again and again until it arrives. */
export function useSendAnswers() {
  const client = useQueryClient();
  const person = useMe()?.subject ?? "";
  const { given } = useAnswers();
  const waiting = given.some((it) => !it.refused);
  useEffect(() => {
    if (!waiting) return undefined;
    let busy = false;
    const send = async () => {
      if (busy) return;
      busy = true;
      for (const it of answersHere().of(person)) {
        if (it.refused) continue;
        const outcome = await deliver(it, { tasksOf: ownTasksOf, send: answerGesture });
        if (outcome === "later") break;
        await client.invalidateQueries({ queryKey: ["cases", it.caseId] });
        answersHere().settle(person, it, outcome === "refused");
      }
      busy = false;
    };
    const now = () => void send();
    now();
    const stop = answersHere().subscribe(now);
    window.addEventListener("online", now);
    const timer = setInterval(now, AGAIN);
    return () => {
      stop();
      window.removeEventListener("online", now);
      clearInterval(timer);
    };
  }, [client, person, waiting]);
}
