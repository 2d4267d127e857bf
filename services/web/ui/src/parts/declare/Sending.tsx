import { Problem } from "../../api/problem";
import { CallButton } from "../../kit/CallButton";
import { TextLink } from "../../kit/LinkButton";
import { useWords } from "../../words/useWords";
import classes from "./Sending.module.css";

interface SendingProps {
  /** Why the last attempt failed. */
  problem: Error | null;
  /** It leaves as soon as there is a network. */
  waiting: boolean;
  /** Somebody of the responders types: they are whom one would call. */
  behalf: boolean;
}

/** No answer came, or none that tells: it may have arrived all the same. */
const isUnsure = (problem: Error): boolean => problem instanceof Problem && (problem.status === 0 || problem.status >= 500);

/** Why nothing has left yet, or that nobody knows whether it has: what was typed is still there, and a phone may be faster. */
export function Sending({ problem, waiting, behalf }: SendingProps) {
  const { t, problem: say } = useWords();
  const said = waiting
    ? t("declare.form.wait")
    : problem && (isUnsure(problem) ? t("declare.form.unsure") : `${t("declare.form.failed")} ${say(problem)}`);
  // the answers to correct are named beside it, and no call mends them
  const call = !behalf && (waiting || (problem instanceof Problem && problem.errors.length === 0));
  return (
    <div role={waiting ? "status" : "alert"} className={classes.sending} data-waiting={waiting || undefined}>
      {said && <p>{said}</p>}
      {said && call && <CallButton />}
    </div>
  );
}

/** The attempt before has arrived, though nobody answered: a declaration is completed from there, a complement is sent again. */
export function Arrived({ behalf, complement }: { behalf: boolean; complement: boolean }) {
  const { t } = useWords();
  return (
    <div role="alert" className={classes.sending}>
      <p>
        {complement ? (
          t("declare.more.arrived")
        ) : (
          <>
            {t("declare.form.arrived")} <TextLink to="/">{t(behalf ? "board.place" : "declare.home.own")}</TextLink>
          </>
        )}
      </p>
    </div>
  );
}
