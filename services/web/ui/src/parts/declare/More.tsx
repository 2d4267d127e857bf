import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { OneOf, SomeOf } from "./Choices";
import { DATA_STATES, MORE_SYSTEMS, SCOPES, SUPPORT, SYSTEM_STATES, SYSTEMS } from "./codes";
import type { Asked } from "./DeclarationForm";
import type { System } from "./draft";
import classes from "./Form.module.css";
import ownClasses from "./More.module.css";
import { MomentFields } from "./MomentFields";
import { Question, Tri } from "./Question";
import { Folded } from "./Step";
import systems from "./Systems.module.css";

const count = (...values: unknown[]): number => values.filter((v) => v !== null && v !== "").length;
const DATA = ["confidentiality", "integrity", "availability"] as const;

/** What some already know and most do not: folded, each with the number of its answers. */
export function More(asked: Asked) {
  const { t } = useWords();
  const { draft, answer, now, wrong } = asked;
  const nationalWrong = wrong("national");
  return (
    <section className={ownClasses.more} aria-labelledby="more">
      <h2 id="more">{t("declare.form.more")}</h2>
      <p>{t("declare.form.more.hint")}</p>
      <Folded title={t("declare.form.extent")} answers={count(draft.scope, draft.othersMayBeAffected) + Object.keys(draft.systems).length}>
        <div>
          <h4 id="scope">{t("declare.form.scope")}</h4>
          <OneOf
            labelledby="scope"
            value={draft.scope}
            onChange={(scope) => answer({ scope })}
            options={SCOPES.map((value) => ({ value, label: t(`declare.form.scope.${value}`) }))}
          />
        </div>
        <Tri
          text={t("declare.form.others")}
          help={t("declare.form.others.help")}
          value={draft.othersMayBeAffected}
          onChange={(othersMayBeAffected) => answer({ othersMayBeAffected })}
        />
        <Systems {...asked} />
      </Folded>
      <Folded
        title={t("declare.form.data")}
        answers={count(draft.confidentiality, draft.integrity, draft.availability, draft.personalData)}
      >
        <div>
          {DATA.map((part) => (
            <Question
              key={part}
              text={t(`declare.form.data.${part}`)}
              value={draft[part]}
              onChange={(value) => answer({ [part]: value })}
              options={DATA_STATES.map((value) => ({ value, label: t(`declare.form.data.${value}`) }))}
            />
          ))}
          <Tri
            text={t("declare.form.data.personal")}
            help={t("declare.form.data.personal.help")}
            value={draft.personalData}
            onChange={(personalData) => answer({ personalData })}
          />
        </div>
      </Folded>
      <Folded title={t("declare.form.support")} answers={draft.support.length}>
        <SomeOf
          labelledby="more"
          columns={2}
          value={draft.support}
          onChange={(support) => answer({ support })}
          options={SUPPORT.map((value) => ({ value, label: t(`declare.form.support.${value}`) }))}
        />
      </Folded>
      <Folded id="about-national" title={t("declare.form.national")} answers={count(draft.national)} open={!!nationalWrong}>
        <Tri
          text={t("declare.form.national.done")}
          help={t("declare.form.national.done.help")}
          value={draft.national}
          onChange={(national) => answer({ national })}
        />
        {draft.national === "YES" && (
          <>
            {nationalWrong}
            <MomentFields
              id="national"
              now={now}
              dayLabel={t("declare.form.national.day")}
              hourLabel={t("declare.form.national.hour")}
              value={draft.nationalAt}
              onChange={(nationalAt) => answer({ nationalAt })}
              error={!!nationalWrong}
            />
            <TextInput
              label={t("declare.form.national.reference")}
              value={draft.nationalReference}
              onChange={(e) => answer({ nationalReference: e.currentTarget.value })}
            />
          </>
        )}
      </Folded>
      {!asked.complement && (
        <Checkbox
          mt={18}
          label={t("declare.form.exercise")}
          description={t("declare.form.exercise.hint")}
          checked={draft.exercise}
          onChange={(e) => answer({ exercise: e.currentTarget.checked })}
        />
      )}
    </section>
  );
}

/** System by system: a name and a native list, the shortest thing on a phone. */
function Systems({ draft, answer }: Asked) {
  const { t } = useWords();
  const [all, showAll] = useState(() => MORE_SYSTEMS.some((system) => system in draft.systems));
  const set = (system: System, chosen: string) => {
    const { [system]: _, ...others } = draft.systems;
    const state = SYSTEM_STATES.find((known) => known === chosen);
    answer({ systems: state ? { ...others, [system]: state } : others });
  };
  return (
    <div>
      <h4>{t("declare.form.systems")}</h4>
      <p className={classes.small}>{t("declare.form.systems.lead")}</p>
      <ul className={systems.list}>
        {[...SYSTEMS, ...(all ? MORE_SYSTEMS : [])].map((system) => (
          <li key={system} data-state={draft.systems[system] ?? "NONE"}>
            <label htmlFor={`system-${system}`}>{t(`declare.form.system.${system}`)}</label>
            <NativeSelect
              id={`system-${system}`}
              value={draft.systems[system] ?? ""}
              onChange={(e) => set(system, e.currentTarget.value)}
              data={[
                { value: "", label: t("declare.form.systems.choose") },
                ...SYSTEM_STATES.map((state) => ({ value: state, label: t(`declare.form.state.${state}`) })),
              ]}
            />
          </li>
        ))}
      </ul>
      {!all && (
        <Button mt={10} variant="default" onClick={() => showAll(true)}>
          {t("declare.form.systems.rest", { n: MORE_SYSTEMS.length })}
        </Button>
      )}
    </div>
  );
}
