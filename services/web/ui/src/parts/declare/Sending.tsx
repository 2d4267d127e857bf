import { Problem } from "../../api/problem";
import { CallButton } from "../../kit/CallButton";
import { useWords } from "../../words/useWords";
import classes from "./Form.module.css";

interface SendingProps {
  /** Why the last attempt failed. */
  problem: Error | null;
  /** It leaves as soon as there is a network. */
  waiting: boolean;
  /** Somebody of the responders types: they are whom one would call. */
  behalf: boolean;
}

/** Why nothing has left yet: what was typed is still there, and a phone may be faster. */
export function Sending({ problem, waiting, behalf }: SendingProps) {
  const { t, problem: say } = useWords();
  const said = waiting ? t("declare.form.wait") : problem && `${t("declare.form.failed")} ${say(problem)}`;
  // the answers to correct are named beside it, and no call mends them
  const call = !behalf && (waiting || (problem instanceof Problem && problem.errors.length === 0));
  return (
    <div role={waiting ? "status" : "alert"} className={classes.sending} data-waiting={waiting || undefined}>
      {said && <p>{said}</p>}
      {said && call && <CallButton />}
    </div>
  );
}
