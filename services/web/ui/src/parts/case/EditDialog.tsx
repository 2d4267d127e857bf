import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { WholeCase } from "../../api/responder";
import { placeOf } from "../../kit/CaseCard";
import { Dialog } from "../../kit/Dialog";
import { Send } from "../../kit/Send";
import { useWords } from "../../words/useWords";
import { Changed, SendFailed } from "../act/transition";
import classes from "../act/Form.module.css";

interface EditDialogProps {
  theCase: WholeCase;
  title: string;
  what?: string;
  /** The verb on the button. */
  verb: string;
  onSend: () => void;
  onClose: () => void;
  error: unknown;
  sending: boolean;
  size?: number;
  children: ReactNode;
  /** What is said beside the buttons. */
  note?: string;
  /** What colleagues changed of these very fields. */
  meanwhile?: ReactNode;
}

/** A dialog that changes what is known of a case. */
export function EditDialog(props: EditDialogProps) {
  const { t } = useWords();
  const { theCase, title, what, verb, onSend, onClose, error, sending, size = 560, children, note, meanwhile } = props;
  return (
    <Dialog
      title={title}
      about={
        <span>
          {placeOf(theCase)?.name} · <span className="mono">{theCase.reference}</span>
        </span>
      }
      size={size}
      onClose={onClose}
      keep
      foot={
        <>
          <SendFailed error={error} theCase={theCase} />
          <div className={classes.buttons}>
            {note && <p>{note}</p>}
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Send onClick={onSend} loading={sending}>
              {verb}
            </Send>
          </div>
        </>
      }
    >
      <Changed theCase={theCase} />
      {meanwhile}
      {what && <p className={classes.what}>{what}</p>}
      <div className={classes.form}>{children}</div>
    </Dialog>
  );
}
