import { Button } from "@mantine/core";
import { useState } from "react";
import { Problem } from "../../api/problem";
import { has, useMe } from "../../api/me";
import { type Action, isWhole, useCase } from "../../api/responder";
import { Dialog } from "../../kit/Dialog";
import { KeptNotice } from "../../kit/KeptNotice";
import { texts, useKept } from "../../kit/useKept";
import { serverNow } from "../../kit/now";
import { Send } from "../../kit/Send";
import { Failed, Loading } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import { Asked } from "./Asked";
import { bodyOf, type Draft, faultsOf, shownFields } from "./fields";
import { Qualify } from "./Qualify";
import { Refused } from "./Refused";
import { About, allowedOf, Changed, type FormProps, SendFailed, useSend } from "./transition";
import { toFault, useServerFaults } from "./useServerFaults";
import classes from "./Form.module.css";

interface ActionDialogProps {
  id: string;
  action: Action;
  onClose: () => void;
}

/** The dialog of a transition. The case is read anew: what is refused says why before anything is typed. */
export function ActionDialog({ id, action, onClose }: ActionDialogProps) {
  const { t } = useWords();
  const theCase = useCase(id);
  if (theCase.data && isWhole(theCase.data)) {
    const Form = action === "qualify" ? Qualify : TransitionForm;
    return <Form theCase={theCase.data} action={action} onClose={onClose} />;
  }
  return (
    <Dialog title={t(`act.${action}`)} onClose={onClose}>
      {theCase.isError ? <Failed error={theCase.error} retry={() => void theCase.refetch()} /> : <Loading />}
    </Dialog>
  );
}

/** Two cases of other establishments: who merges them means it, or has chosen the wrong one. */
const asksToConfirm = (error: unknown): boolean =>
  error instanceof Problem && error.reasons.length === 1 && error.reasons[0]?.code === "ESTABLISHMENTS_DIFFER";

const EMPTY: Draft = {};
const UNTOLD = new Set<Action>(["merge", "unmerge"]);

function TransitionForm({ theCase, action, onClose }: FormProps) {
  const { t } = useWords();
  const me = useMe();
  const kept = useKept<Draft>(`act.${theCase.id}.${action}`, EMPTY, texts);
  const draft = kept.value;
  const [tried, setTried] = useState(false);
  const onSent = () => {
    kept.done();
    onClose();
  };
  const { send, error, sending } = useSend({ theCase, action, onClose: onSent });
  const server = useServerFaults(error);
  const allowed = allowedOf(theCase, action);
  const asking = { draft, theCase, allowed, leads: has(me, "LEAD") };
  const faults = faultsOf(action, asking, serverNow());
  const open = allowed.allowed || allowed.waivable;
  const submit = () => {
    setTried(true);
    if (Object.keys(faults).length === 0) send(bodyOf(action, asking));
    else toFault();
  };
  return (
    <Dialog
      title={t(`act.${action}`)}
      about={<About theCase={theCase} />}
      onClose={onClose}
      keep={Object.keys(draft).length > 0}
      foot={
        <>
          <SendFailed error={error} theCase={theCase} />
          <div className={classes.buttons}>
            {open && !UNTOLD.has(action) && <p>{t("act.ars")}</p>}
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            {asksToConfirm(error) && (
              <Button color="red" variant="light" loading={sending} onClick={() => send({ ...bodyOf(action, asking), confirmed: true })}>
                {t("act.merge.anyway")}
              </Button>
            )}
            <Send onClick={submit} loading={sending} locked={open ? undefined : "refused"}>
              {t(`act.${action}.send`)}
            </Send>
          </div>
        </>
      }
    >
      <Changed theCase={theCase} />
      <KeptNotice at={kept.foundAt} onClear={() => kept.restart()} />
      {!allowed.allowed && (
        <Refused
          id="refused"
          reasons={allowed.reasons}
          places={theCase.affected}
          reference={theCase.reference}
          waivable={allowed.waivable}
        />
      )}
      {open && action !== "qualify" && (
        <p className={classes.what}>{t(`act.${action}.what`, { status: theCase.heldFrom ? t(`board.status.${theCase.heldFrom}`) : "" })}</p>
      )}
      {open && (
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {shownFields(action, asking).map((field) => {
            const fault = tried ? faults[field.name] : undefined;
            return (
              <Asked
                key={field.name}
                action={action}
                field={field}
                optional={field.optional?.(asking) ?? false}
                draft={draft}
                set={(name, value) => kept.set({ ...draft, [name]: value })}
                error={fault ? t(`act.${fault}`) : server[field.name]}
                theCase={theCase}
                allowed={allowed}
              />
            );
          })}
        </form>
      )}
    </Dialog>
  );
}
