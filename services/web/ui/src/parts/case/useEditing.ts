import { Problem } from "../../api/problem";
import { type Edits, useEdit, type WholeCase } from "../../api/responder";
import { useServerFaults } from "../act/useServerFaults";
import { board } from "../board/useBoard";

/** What every dialog that changes a case has: it sends with the version that is on screen and closes once it is done. */
export function useEditing<K extends keyof Edits>(theCase: WholeCase, what: K, onClose: () => void) {
  const edit = useEdit(theCase.id, what);
  const faults = useServerFaults(edit.error);
  const send = (fields: Omit<Edits[K], "version">) =>
    edit.mutate({ ...fields, version: theCase.version } as Edits[K], {
      onSuccess: (after) => {
        board.keep(after);
        onClose();
      },
    });
  const shown = edit.error instanceof Problem && Object.keys(faults).length > 0 && edit.error.reasons.length === 0 ? null : edit.error;
  return { send, faults, error: shown, sending: edit.isPending };
}
