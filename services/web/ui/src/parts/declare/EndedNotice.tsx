import { CallButton } from "../../kit/CallButton";
import type { Declaration } from "../../api/declarations";
import { useWords } from "../../words/useWords";
import { hasEnded } from "./ended";
import classes from "./Notice.module.css";

/** Before somebody types: the case of this declaration has ended, and whom to call. */
export function EndedNotice({ declaration: d, behalf }: { declaration: Declaration; behalf: boolean }) {
  const { t, code } = useWords();
  if (!d.caseStatus || !hasEnded(d.caseStatus)) return null;
  return (
    <div className={classes.notice} role="alert">
      <b>{t("declare.more.ended", { state: code("own.state", d.caseStatus) })}</b>
      <p>{t(behalf ? "declare.more.ended.behalf" : "declare.more.ended.call")}</p>
      {!behalf && <CallButton variant="filled" />}
    </div>
  );
}
