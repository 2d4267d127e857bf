import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { newKey } from "../../api/client";
import { serverNow } from "../../kit/now";
import { type Draft, emptyDraft } from "./draft";
import { ownDrafts, useDraftName } from "./useDraft";

export interface Form {
  draft: Draft;
  /** Takes an answer and keeps it on the device at once. */
  answer: (change: Partial<Draft>) => void;
  /** Fills in what needs no asking; nothing worth keeping by itself. */
  prefill: (change: Partial<Draft>) => void;
  /** Whether anything was typed since the form was opened empty. */
  kept: boolean;
  /** What was typed is on this page alone: the device keeps nothing. */
  unsafe: boolean;
  discard: () => void;
}

/** What is being typed: from the device where something was kept, else from `begin`. */
export function useForm(form: string, begin: Partial<Draft>): Form {
  const name = useDraftName(form);
  const fresh = (): Draft => ({ ...emptyDraft(newKey(), new Date(serverNow()).toISOString()), ...begin });
  const [kept, setKept] = useState(() => ownDrafts().find(name, serverNow()) !== null);
  const [unsafe, setUnsafe] = useState(false);
  const [draft, setDraft] = useState(() => ownDrafts().find(name, serverNow()) ?? fresh());
  const newest = useRef(draft);
  const answer = useCallback(
    (change: Partial<Draft>) => {
      newest.current = { ...newest.current, ...change, savedAt: new Date(serverNow()).toISOString() };
      setDraft(newest.current);
      setKept(true);
      setUnsafe(!ownDrafts().keep(name, newest.current));
    },
    [name],
  );
  const empty = useEffectEvent(() => {
    newest.current = fresh();
    setDraft(newest.current);
    setKept(false);
  });
  // What is typed in another tab is the same draft: the newest is on both, and what was sent or discarded there is on neither.
  useEffect(
    () =>
      ownDrafts().subscribe((gone) => {
        if (gone === name) return empty();
        const found = ownDrafts().find(name, serverNow());
        if (!found || found.savedAt <= newest.current.savedAt) return;
        newest.current = found;
        setDraft(found);
        setKept(true);
      }),
    [name],
  );
  const prefill = useCallback((change: Partial<Draft>) => {
    newest.current = { ...newest.current, ...change };
    setDraft(newest.current);
  }, []);
  const discard = () => {
    ownDrafts().discard(name);
    newest.current = fresh();
    setDraft(newest.current);
    setKept(false);
  };
  return { draft, answer, prefill, kept, unsafe, discard };
}
