import { useDeclaration } from "../../api/declarations";
import type { Declared, WholeCase } from "../../api/responder";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import classes from "./overview.module.css";
import ownClasses from "./DeclaredFacts.module.css";

/** What the establishment has declared, in its newest version: unanswered and not known are two things. */
export function DeclaredFacts({ c }: { c: WholeCase }) {
  const { t } = useWords();
  if (c.declared.length > 0) return c.declared.map((it) => <One key={it.id} facts={it} />);
  return (
    <section className={classes.aside} aria-labelledby="declared">
      <h2 id="declared" className={classes.h}>
        {t("case.declared")}
      </h2>
      <p className={classes.quiet}>{t("case.declared.none")}</p>
    </section>
  );
}

function One({ facts }: { facts: Declared }) {
  const { t, at } = useWords();
  const now = useNow();
  const whole = useDeclaration(facts.id).data;
  const none = t("case.declared.unanswered");
  const answer = (value: "YES" | "NO" | "UNKNOWN" | null | undefined) => (value ? t(`kit.tri.${value}`) : none);
  const national = facts.nationalReport;
  const lines: [string, string][] = [
    [t("case.declared.discovered"), at(facts.discoveredAt, now)],
    [t("case.declared.occurred"), facts.occurredAt ? at(facts.occurredAt, now) : none],
    [t("case.declared.ongoing"), answer(facts.ongoing)],
    [t("case.declared.scope"), facts.scope ? t(facts.scope === "UNKNOWN" ? "act.unknown" : `act.qualify.scope.${facts.scope}`) : none],
    [t("case.declared.vital"), answer(facts.vitalServiceDown)],
    [t("case.declared.others"), answer(facts.othersMayBeAffected)],
    [
      t("case.declared.national"),
      [answer(national?.done), ...(national?.at ? [at(national.at, now)] : []), ...(national?.reference ? [national.reference] : [])].join(
        ", ",
      ),
    ],
    ...(whole?.supportWanted && whole.supportWanted.length > 0
      ? ([[t("case.declared.support"), whole.supportWanted.map((it) => t(`case.support.${it}`)).join(", ")]] as [string, string][])
      : []),
  ];
  return (
    <section className={classes.aside} aria-labelledby={`dec-${facts.id}`}>
      <div className={classes.h}>
        <h2 id={`dec-${facts.id}`}>{t("case.declared")}</h2>
        <span className="mono">{facts.reference}</span>
      </div>
      <p className={classes.quiet}>
        {t("case.declared.version", { n: facts.version, at: at(facts.submittedAt, now) })}
        {whole?.sentBy && ` · ${t("case.declared.by", { name: whole.sentBy.name, channel: t(`case.channel.${facts.channel}`) })}`}
      </p>
      <dl className={ownClasses.pairs}>
        {lines.map(([what, said]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd data-none={said === none || undefined}>{said}</dd>
          </div>
        ))}
      </dl>
      {whole?.description && (
        <details className={ownClasses.told}>
          <summary>{t("case.declared.text")}</summary>
          <p>{whole.description}</p>
        </details>
      )}
    </section>
  );
}
