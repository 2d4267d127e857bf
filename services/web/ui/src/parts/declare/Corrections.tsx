import type { Ref } from "react";
import { useWords } from "../../words/useWords";
import classes from "./Corrections.module.css";
import { goTo } from "./goTo";

/** Where the focus goes for a field that is not an input of the same id. */
const placeOf = (field: string) => (field === "establishment" ? "where" : field);

interface CorrectionsProps {
  ref: Ref<HTMLDivElement>;
  faults: { field: string; message?: string }[];
}

/** What to correct, repeated beside the button: each brings to its answer. What the form has no place for is at least said. */
export function Corrections({ ref, faults }: CorrectionsProps) {
  const { t, has, code } = useWords();
  const fields = faults.filter((fault, i) => faults.findIndex((other) => other.field === fault.field) === i);
  if (fields.length === 0) return null;
  return (
    <div className={classes.fix} ref={ref} tabIndex={-1} role="alert">
      <p>{t("declare.form.fix", { n: fields.length })}</p>
      <ul>
        {fields.map(({ field, message }) => (
          <li key={field}>
            {has(`declare.form.field.${field}`) ? (
              <a
                href={`#${placeOf(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(placeOf(field));
                }}
              >
                {code("declare.form.field", field)}
              </a>
            ) : (
              `${field}: ${message ?? ""}`
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
