import type { WholeCase } from "../../api/responder";
import { TextLink } from "../../kit/LinkButton";
import { useNow } from "../../kit/now";
import { Failed } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import { useReason } from "../act/useReason";
import { useSituation } from "./useSituation";
import classes from "./overview.module.css";
import ownClasses from "./Situation.module.css";

/** The newest report in its own words, and its age; before the first one, what was said at the opening. */
export function Situation({ c }: { c: WholeCase }) {
  const { t, since, at } = useWords();
  const now = useNow();
  const reason = useReason(c.affected);
  const query = useSituation(c.id);
  const report = query.data;
  return (
    <section className={classes.section} aria-labelledby="situation">
      <div className={classes.h}>
        <h2 id="situation">{t("case.situation")}</h2>
        {report !== undefined && (
          <span>
            {report?.text
              ? t("case.situation.by", { name: report.author?.name ?? "", since: since(report.occurredAt, now) })
              : `${t("case.situation.first")}, ${at(c.openedAt, now)}`}
          </span>
        )}
      </div>
      {report !== undefined ? (
        <p className={ownClasses.situation}>{report?.text ?? c.description}</p>
      ) : (
        query.isError && <Failed error={query.error} retry={() => void query.refetch()} />
      )}
      <p className={ownClasses.by}>
        {!c.declaration && <span>{t("case.situation.source", { source: t(`act.new.source.${c.source}`) })}</span>}
        <TextLink to="/cases/$case/timeline" params={{ case: c.reference }} search={{ write: "SITUATION" }} inherit>
          {t("case.situation.write")}
        </TextLink>
      </p>
      {!c.severity && c.presumedSeverity && c.presumedReasons.length > 0 && (
        <p className={ownClasses.by}>
          <span>
            {t("kit.colon", {
              what: t("case.presumed", { severity: t(`kit.severity.${c.presumedSeverity}.presumed`).toLocaleLowerCase() }),
              said: c.presumedReasons.map(reason).join(", "),
            })}
            .
          </span>
        </p>
      )}
    </section>
  );
}
