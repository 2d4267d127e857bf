import { Title } from "@mantine/core";
import { type RegionCase, useRegionCase } from "../api/region";
import { Countdown } from "../kit/Countdown";
import { TextLink } from "../kit/LinkButton";
import { useNow } from "../kit/now";
import { CaseSeverity } from "../kit/Severity";
import { useTitle } from "../kit/useTitle";
import { Loaded } from "../kit/Waiting";
import { CareByLine, departmentsOf, namesOf } from "../parts/region/CareByLine";
import classes from "../parts/region/region.module.css";
import ownClasses from "./CaseForAuthority.module.css";
import { useWords } from "../words/useWords";

/** One case as the authority may see it: codes and numbers, no text, no person. The links of its webhooks lead here. */
export function CaseForAuthority({ id }: { id: string }) {
  return <Loaded query={useRegionCase(id)}>{(c) => <View c={c} />}</Loaded>;
}

function View({ c }: { c: RegionCase }) {
  const { t, at, full, before, number } = useWords();
  const now = useNow();
  useTitle(c.reference);
  const { care } = c;
  const figures = [
    ["cancelled", care.cancelledOperations === null || care.cancelledOperations === undefined ? null : number(care.cancelledOperations)],
    ["transfers", care.transfers === null || care.transfers === undefined ? null : number(care.transfers)],
    ["plan", care.plannedWhite === null || care.plannedWhite === undefined ? null : t(`case.care.plan.${care.plannedWhite}`)],
  ] as const;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <p>
          <TextLink to="/region">{t("region.place")}</TextLink>
        </p>
        {c.exercise && <p className={classes.exercise}>{t("case.exercise")}</p>}
        <Title order={1} fz={20}>
          {namesOf(c)}
        </Title>
        <p>
          <span className="mono">{c.reference}</span> · {departmentsOf(c)} · {t(`board.status.${c.status}`)} ·{" "}
          {t("region.opened", { at: at(c.openedAt, now) })}
        </p>
        <p className={classes.marks}>
          <CaseSeverity c={c} trend />
          {c.significant && <b>{t("region.significant")}</b>}
          {c.campaign && <span>{t("region.campaign", { reference: c.campaign.reference })}</span>}
        </p>
      </header>
      <section aria-labelledby="care" className={classes.section}>
        <h2 id="care">{t("case.care")}</h2>
        <p className={classes.impact} data-harm={c.patientHarm}>
          <span>{t(`kit.harm.${c.patientHarm}`)}</span> <span>{t(`kit.care.${care.careMode}`)}</span>{" "}
          {care.at && <span>{t("case.care.at", { at: at(care.at, now) })}</span>}
        </p>
        <dl className={ownClasses.numbers}>
          {figures.map(([key, said]) => (
            <div key={key}>
              <dt>{t(`case.care.${key}`)}</dt>
              <dd>{said ?? t("case.care.notsaid")}</dd>
            </div>
          ))}
        </dl>
        <CareByLine cases={[c]} now={now} />
      </section>
      <section aria-labelledby="clocks" className={classes.section}>
        <h2 id="clocks">{t("kit.regime.CSP_L1111_8_2.long")}</h2>
        {c.deadlines.length === 0 && <p className={classes.quiet}>{t("region.noclock")}</p>}
        <ul className={ownClasses.clocks}>
          {c.deadlines.map((clock) => (
            <li key={clock.establishment + clock.regime}>
              <Countdown clock={clock} now={now} aim />
              <span>
                {c.affected.find((it) => it.finess === clock.establishment)?.name}
                {clock.at ? `, ${full(clock.at)}` : clock.dueAt && `, ${before(clock.dueAt, now)}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <p className={classes.quiet}>{t("region.sees")}</p>
    </div>
  );
}
