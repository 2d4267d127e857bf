import { Link } from "@tanstack/react-router";
import type { Declaration } from "../../api/declarations";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import classes from "./Notice.module.css";

/** What else is open at this establishment: perhaps the same incident, declared twice. PRIS joins the two; nobody has to declare again. */
export function OpenBeside({ declaration: d }: { declaration: Declaration }) {
  const { t, at } = useWords();
  const now = useNow();
  if (d.alreadyOpen.length === 0) return null;
  return (
    <div className={classes.notice} role="status">
      <b>{t("declare.sent.beside", { n: d.alreadyOpen.length })}</b>
      <ul>
        {d.alreadyOpen.map((it) => (
          <li key={it.id}>
            <Link to="/declarations/$declaration" params={{ declaration: it.id }}>
              {it.caseReference ?? it.reference}
            </Link>
            , {t("declare.form.already.sent", { at: at(it.submittedAt, now) })}
          </li>
        ))}
      </ul>
      <p>{t("declare.sent.beside.else")}</p>
    </div>
  );
}
