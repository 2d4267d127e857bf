import type { WholeCase } from "../../api/responder";
import { useNow } from "../../kit/now";
import { useNameOf } from "../../kit/People";
import { useWords } from "../../words/useWords";
import classes from "./overview.module.css";
import ownClasses from "./Standing.module.css";

/** On what ground PRIS works here, and who may see the case. */
export function Standing({ c }: { c: WholeCase }) {
  const { t, full, before } = useWords();
  const now = useNow();
  const nameOf = useNameOf();
  const { mandate, access } = c;
  const emergency = mandate?.emergencyAuthorisation;
  return (
    <section className={classes.aside} aria-labelledby="access">
      <h2 id="access" className={classes.h}>
        {t("case.access")}
      </h2>
      <p className={classes.quiet}>
        {access.restricted
          ? t("case.access.closed", { people: access.people.map((it) => c.names[it] ?? nameOf(it)).join(", ") })
          : t("case.access.open")}{" "}
        {t("kit.colon", { what: t("case.access.side"), said: t(`case.access.side.${access.establishmentSide}`).toLocaleLowerCase() })}
        {access.establishmentSide === "NAMED" && ` (${access.establishmentPeople.map((it) => c.names[it] ?? it).join(", ")})`}.
      </p>
      {mandate && (
        <>
          <h3 className={ownClasses.h3}>{t("case.mandate")}</h3>
          {mandate.agreement && <p className={classes.quiet}>{t("case.mandate.agreement", { reference: mandate.agreement })}</p>}
          {emergency && (
            <p className={classes.quiet}>
              {t("case.mandate.emergency", { name: emergency.name, function: emergency.function, at: full(emergency.at) })}
              {mandate.confirmBy && `, ${t("case.mandate.confirm", { before: before(mandate.confirmBy, now) })}`}. {emergency.scope}
            </p>
          )}
        </>
      )}
      {c.absorbed.length > 0 && <p className={classes.quiet}>{t("case.absorbed", { n: c.absorbed.length })}</p>}
    </section>
  );
}
