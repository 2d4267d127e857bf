import { type ReactNode, useState } from "react";
import { Problem } from "../../api/problem";
import { type Action, type AllowedAction, useTransition, type WholeCase } from "../../api/responder";
import { placeOf } from "../../kit/CaseCard";
import { nearest } from "../../kit/clock";
import { Countdown } from "../../kit/Countdown";
import { useNow } from "../../kit/now";
import { weight } from "../../kit/Severity";
import { useWords } from "../../words/useWords";
import { isOpen } from "../board/cards";
import { board } from "../board/useBoard";
import { sorted } from "../case/clocks";
import { Refused } from "./Refused";
import classes from "./Form.module.css";

export interface FormProps {
  theCase: WholeCase;
  action: Action;
  onClose: () => void;
}

/** What the service says of the action now; where the case has left the status that has it: that it has. */
export const allowedOf = (theCase: WholeCase, action: Action): AllowedAction =>
  theCase.allowedActions.find((it) => it.action === action) ?? {
    action,
    allowed: false,
    reasons: [{ code: "NOT_FROM_THIS_STATUS", parameters: { status: theCase.status, action } }],
    to: [],
    waivable: false,
  };

/** Sends a transition; what the service answers is on the board at once. */
export function useSend({ theCase, action, onClose }: FormProps) {
  const transition = useTransition(theCase.id);
  const send = (fields: Record<string, unknown>) =>
    transition.mutate(
      { ...fields, action, version: theCase.version },
      {
        onSuccess: (after) => {
          board.keep(after);
          onClose();
        },
      },
    );
  return { send, error: transition.error, sending: transition.isPending };
}

export function About({ theCase }: { theCase: WholeCase }) {
  const now = useNow();
  const clock = nearest(sorted(theCase.deadlines, now, !isOpen(theCase)).told, now);
  return (
    <>
      <span>
        {placeOf(theCase)?.name} · <span className="mono">{theCase.reference}</span>
      </span>
      {clock && <Countdown clock={clock} now={now} />}
    </>
  );
}

/** That somebody changed the case while this form was open: the form goes on from what it is now. */
export function Changed({ theCase }: { theCase: WholeCase }) {
  const { t } = useWords();
  const [opened] = useState(theCase.version);
  const level = weight(theCase);
  if (opened === theCase.version) return null;
  return (
    <p className={classes.changed} role="status">
      {t("act.changed", {
        status: t(`board.status.${theCase.status}`),
        severity: level ? t(`kit.severity.${level}`).toLocaleLowerCase() : t("kit.severity.none"),
      })}
    </p>
  );
}

/** Why the last attempt failed, beside what is said at the fields. */
export function SendFailed({ error, theCase }: { error: unknown; theCase: WholeCase }): ReactNode {
  const { t, problem } = useWords();
  if (!error) return null;
  if (error instanceof Problem) {
    if (error.reasons.length > 0) return <Refused reasons={error.reasons} places={theCase.affected} reference={theCase.reference} />;
    if (error.type === "stale") return null;
    if (error.status === 403) return <p className={classes.failed}>{t("act.forbidden")}</p>;
  }
  return (
    <p className={classes.failed} role="alert">
      {problem(error)}
    </p>
  );
}
