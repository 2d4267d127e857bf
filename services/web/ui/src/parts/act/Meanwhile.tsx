import { Button } from "@mantine/core";
import { useRef } from "react";
import { useWords } from "../../words/useWords";
import type { Fields, Name } from "./touched";
import type { TouchedForm } from "./useTouched";
import classes from "./Form.module.css";

export interface Wording<F extends Fields> {
  label: (name: Name<F>) => string;
  /** What a field holds, in words. */
  value: (name: Name<F>, form: F) => string;
}

/** What colleagues changed while this form was open, field by field; where both have answered, theirs beside mine. */
export function Meanwhile<F extends Fields>({ form, words }: { form: TouchedForm<F>; words: Wording<F> }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { clashes, moved, begun, now, shown } = form;
  const choose = (choice: () => void) => () => {
    choice();
    // the buttons go with their clash: on to the next, or to what is said of them all
    requestAnimationFrame(() => (box.current?.querySelector<HTMLElement>("button") ?? box.current)?.focus());
  };
  return (
    <div ref={box} role="status" tabIndex={-1}>
      {clashes.length + moved.length > 0 && (
        <div className={classes.changed}>
          <p>{t(clashes.length > 0 ? "act.meanwhile.clash" : "act.meanwhile", { n: clashes.length })}</p>
          <dl className={classes.meanwhile}>
            {clashes.map((name) => (
              <div key={name} data-clash={name}>
                <dt>{words.label(name)}</dt>
                <dd>
                  <Button variant="default" size="compact-sm" onClick={choose(() => form.takeTheirs(name))}>
                    {t("act.meanwhile.theirs", { value: words.value(name, now) })}
                  </Button>
                  <Button variant="default" size="compact-sm" onClick={choose(() => form.keepMine(name))}>
                    {t("act.meanwhile.mine", { value: words.value(name, shown) })}
                  </Button>
                </dd>
              </div>
            ))}
            {moved.map((name) => (
              <div key={name}>
                <dt>{words.label(name)}</dt>
                <dd>{t("act.meanwhile.moved", { before: words.value(name, begun), now: words.value(name, now) })}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}

/** Brings what both have answered into view: it is to be chosen before anything is sent. */
export const toClash = () => {
  const first = document.querySelector<HTMLElement>("[role=dialog] [data-clash] button");
  first?.scrollIntoView({ block: "center" });
  first?.focus({ preventScroll: true });
};
