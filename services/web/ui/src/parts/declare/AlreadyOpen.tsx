import type { DeclarationLine } from "../../api/declarations";
import { useDeclarationsOf } from "../../api/declarations";
import { LinkButton } from "../../kit/LinkButton";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import classes from "./Notice.module.css";
import { isOpen } from "./ended";

const MOST = 3;

/** What is already open at this establishment: who means the same incident adds to it; who means another one goes on. */
export function AlreadyOpen({ establishment, exercise }: { establishment: string | null; exercise: boolean }) {
  const { t } = useWords();
  const known = useDeclarationsOf(establishment).data?.items ?? [];
  const open = known.filter((it) => isOpen(it.caseStatus) && it.exercise === exercise);
  if (open.length === 0) return null;
  return (
    <div className={classes.notice} role="status">
      <b>{t("declare.form.already", { n: open.length })}</b>
      <ul>
        {open.slice(0, MOST).map((it) => (
          <Open key={it.id} declaration={it} />
        ))}
      </ul>
      <p>{t("declare.form.already.else")}</p>
    </div>
  );
}

function Open({ declaration: d }: { declaration: DeclarationLine }) {
  const { t, code, at } = useWords();
  const now = useNow();
  return (
    <li>
      <span>
        {code("kit.type", d.incidentType ?? "UNDETERMINED")}, {d.caseReference ?? d.reference},{" "}
        {t("declare.form.already.sent", { at: at(d.submittedAt, now) })}
      </span>
      <LinkButton to="/declarations/$declaration/complement" params={{ declaration: d.id }} variant="default" size="sm">
        {t("declare.form.already.join")}
      </LinkButton>
    </li>
  );
}
