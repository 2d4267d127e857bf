import { IconAlertTriangle, IconCheck, IconCircleX, IconHelpCircle, IconPlugConnectedX } from "@tabler/icons-react";
import type { Declared, WholeCase } from "../../api/responder";
import { useWords } from "../../words/useWords";
import classes from "./overview.module.css";
import ownClasses from "./Systems.module.css";

type State = Declared["affectedSystems"][number]["state"];
const ICON = {
  UNAVAILABLE: IconCircleX,
  ISOLATED: IconPlugConnectedX,
  DEGRADED: IconAlertTriangle,
  OPERATIONAL: IconCheck,
  UNKNOWN: IconHelpCircle,
} satisfies Record<State, unknown>;
const STATES = Object.keys(ICON) as State[];

/** Systems in columns by state, as declared: the eye reads how many are down before it reads which. */
export function Systems({ c }: { c: WholeCase }) {
  const { t } = useWords();
  const declared = c.declared.find((it) => it.affectedSystems.length > 0);
  if (!declared) return null;
  return (
    <section className={classes.section} aria-labelledby="systems">
      <div className={classes.h}>
        <h2 id="systems">{t("case.systems")}</h2>
        <span>{t("case.systems.from", { n: declared.version })}</span>
      </div>
      <div className={ownClasses.systems}>
        {STATES.map((state) => {
          const list = declared.affectedSystems.filter((it) => it.state === state);
          const Icon = ICON[state];
          if (list.length === 0) return null;
          return (
            <div key={state} data-state={state}>
              <h3>
                <Icon size={15} stroke={2} aria-hidden />
                {t(`case.system.${state}`)} <span>{list.length}</span>
              </h3>
              <ul>
                {list.map((it) => (
                  <li key={it.system}>{t(`declare.form.system.${it.system}`)}</li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

const AXES = ["confidentiality", "integrity", "availability"] as const;
const STEPS = { NONE: 0, UNKNOWN: 0, SUSPECTED: 1, PROVEN: 2 };

/** Confidentiality, integrity, availability, as declared: none, suspected, proven; in words, with a mark of two steps. */
export function DataImpact({ c }: { c: WholeCase }) {
  const { t } = useWords();
  const impact = c.declared.find((it) => it.dataImpact)?.dataImpact;
  if (!impact) return null;
  const personal = c.severity ? c.assessment.personalData : impact.personalData;
  return (
    <section className={classes.section} aria-labelledby="data">
      <h2 id="data" className={classes.h}>
        {t("case.data")}
      </h2>
      <ul className={ownClasses.cia}>
        {AXES.map((axis) => {
          const level = impact[axis];
          const steps = level ? STEPS[level] : 0;
          return (
            <li key={axis} data-level={steps}>
              <span className={ownClasses.axis}>{t(`case.data.${axis}`)}</span>
              <span className={ownClasses.level}>
                <i data-on={steps >= 1 || undefined} />
                <i data-on={steps >= 2 || undefined} />
                {level ? t(`case.data.${level}`) : t("case.data.none")}
              </span>
            </li>
          );
        })}
        <li data-level={personal === "YES" ? 1 : 0}>
          <span className={ownClasses.axis}>{t("case.data.personal")}</span>
          <span className={ownClasses.level}>{personal ? t(`case.data.personal.${personal}`) : t("case.data.none")}</span>
        </li>
      </ul>
    </section>
  );
}
