import { useQueries } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type Entry, newestEntriesQuery } from "../../api/entries";
import { useMe } from "../../api/me";
import { newMessages, SeenMessages } from "./messages";

let store: SeenMessages | undefined;
function seenHere(): SeenMessages {
  if (!store) {
    store = new SeenMessages(localStorage);
    window.addEventListener("storage", store.heard);
  }
  return store;
}

/** The messages of a case that were new when its page was opened; from now on they count as seen. */
export function useNewMessages(caseId: string, lines: readonly Entry[] | undefined): Entry[] {
  const person = useMe()?.subject ?? "";
  const [since] = useState(() => seenHere().upTo(person, caseId));
  const newest = lines?.[0]?.seq;
  useEffect(() => {
    if (newest !== undefined) seenHere().saw(person, caseId, newest);
  }, [person, caseId, newest]);
  return newMessages(lines ?? [], since);
}

/** Which of some cases have messages that nobody has read here. */
export function useUnread(caseIds: readonly string[]): ReadonlySet<string> {
  const person = useMe()?.subject ?? "";
  useSyncExternalStore(seenHere().subscribe, () => seenHere().find(person, 0));
  return useQueries({
    queries: caseIds.map((id) => newestEntriesQuery(id)),
    combine: (answers) =>
      new Set(caseIds.filter((id, i) => newMessages(answers[i]?.data?.items ?? [], seenHere().upTo(person, id)).length > 0)),
  });
}
