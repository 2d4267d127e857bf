import { Radio } from "@mantine/core";
import { RadioGroup } from "../../kit/RadioGroup";
import classes from "./qualify.module.css";
import ownClasses from "./Choice.module.css";

interface Option {
  value: string;
  label: string;
  hint?: string;
}

interface ChoiceProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: Option[];
  error?: string | undefined;
}

/** Two statements side by side, read rather than graded; beside them « not known », smaller since it says less. */
export function Statements({ label, value, onChange, options, error }: ChoiceProps) {
  return (
    <RadioGroup value={value} onChange={onChange} label={label} error={error} classNames={{ label: classes.label ?? "" }}>
      <div className={ownClasses.pair}>
        {options.map((o) => (
          <Radio.Card
            key={o.value}
            value={o.value}
            className={classes.statement ?? ""}
            data-open={!o.hint || undefined}
            aria-label={o.hint ? `${o.label}. ${o.hint}` : o.label}
          >
            <Radio.Indicator size="xs" />
            <span>
              <strong>{o.label}</strong>
              {o.hint && <span className={ownClasses.hint}>{o.hint}</span>}
            </span>
          </Radio.Card>
        ))}
      </div>
    </RadioGroup>
  );
}

/** One of a few words in a row; « not known » is always the last. Nothing is chosen until somebody does. */
export function Words({ label, value, onChange, options, error, inline = false }: ChoiceProps & { inline?: boolean }) {
  return (
    <RadioGroup
      label={label}
      value={value}
      onChange={onChange}
      error={error}
      classNames={{ label: classes.label ?? "", ...(inline && { root: classes.inline ?? "" }) }}
    >
      <div className={ownClasses.words}>
        {options.map((o) => (
          <Radio.Card key={o.value} value={o.value} className={ownClasses.word ?? ""} data-open={o.value === "UNKNOWN" || undefined}>
            {o.label}
          </Radio.Card>
        ))}
      </div>
    </RadioGroup>
  );
}
