import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { watchBoard } from "../../api/boardStream";
import { caseQuery, isWhole } from "../../api/responder";

/** Keeps what is shown of a case true: whatever the stream tells of it, or might have missed, is read anew. */
export function useLiveCase(id: string | undefined, name: string) {
  const client = useQueryClient();
  useEffect(() => {
    if (!id) return undefined;
    const again = () => {
      for (const key of new Set([id, name])) void client.invalidateQueries({ queryKey: ["cases", key] });
    };
    const known = () => {
      const theCase = client.getQueryData(caseQuery(name).queryKey);
      return theCase && isWhole(theCase) ? theCase : undefined;
    };
    // Where the stream was open before, what is asked for now misses nothing; where it opens later, something may have happened meanwhile.
    let begun = false;
    const stop = watchBoard({
      opened: () => {
        if (begun) again();
      },
      card: (card) => {
        if (card.id === id && card.revision > (known()?.revision ?? -1)) again();
      },
      tasks: (tasks) => {
        if (tasks.id === id) again();
      },
      removed: (gone) => {
        if (gone === id) again();
      },
    });
    begun = true;
    return stop;
  }, [client, id, name]);
}
