import { Checkbox, Radio } from "@mantine/core";
import { RadioGroup } from "../../kit/RadioGroup";
import type { Icon } from "@tabler/icons-react";
import classes from "./Choices.module.css";

export interface Option<V extends string> {
  value: V;
  label: string;
  hint?: string;
  icon?: Icon;
}

interface Common<V extends string> {
  labelledby: string;
  describedby?: string | undefined;
  options: Option<V>[];
  columns?: 1 | 2 | 3;
  /** One below the other on a phone: labels too long for columns there. */
  stacked?: boolean;
}

/** The option touched; none where it was the chosen one: an answer can be taken back. */
export const chosenOf = <V extends string>(options: { value: V }[], touched: string, before: V | null): V | null =>
  touched === before ? null : (options.find((o) => o.value === touched)?.value ?? null);

function Inside<V extends string>({ option: o, several = false }: { option: Option<V>; several?: boolean }) {
  return (
    <>
      {several ? <Checkbox.Indicator size="sm" className={classes.mark} /> : <Radio.Indicator size="sm" className={classes.mark} />}
      {o.icon && <o.icon className={classes.icon} size={22} stroke={1.6} aria-hidden />}
      <span className={classes.words}>
        {o.label}
        {o.hint && <span className={classes.hint}>{o.hint}</span>}
      </span>
    </>
  );
}

/**
 * Large targets: an icon and words, the whole box answers. One is chosen; touched again it is no answer any more.
 * Without a label of its own Mantine leaves the group nameless, hence the role beside the name.
 */
export function OneOf<V extends string>({
  labelledby,
  describedby,
  options,
  columns = 1,
  stacked = false,
  value,
  onChange,
}: Common<V> & { value: V | null; onChange: (value: V | null) => void }) {
  return (
    <RadioGroup
      role="group"
      aria-labelledby={labelledby}
      aria-describedby={describedby}
      value={value ?? ""}
      onChange={(chosen) => onChange(chosenOf(options, chosen, value))}
    >
      <div className={classes.grid} data-columns={columns} data-stacked={stacked || undefined}>
        {options.map((o) => (
          <Radio.Card key={o.value} value={o.value} className={classes.choice} data-icon={!!o.icon || undefined}>
            <Inside option={o} />
          </Radio.Card>
        ))}
      </div>
    </RadioGroup>
  );
}

/** The same, several of them. */
export function SomeOf<V extends string>({
  labelledby,
  options,
  columns = 1,
  value,
  onChange,
}: Common<V> & { value: V[]; onChange: (value: V[]) => void }) {
  return (
    <Checkbox.Group
      role="group"
      aria-labelledby={labelledby}
      value={value}
      onChange={(chosen) => onChange(options.map((o) => o.value).filter((v) => chosen.includes(v)))}
    >
      <div className={classes.grid} data-columns={columns}>
        {options.map((o) => (
          <Checkbox.Card key={o.value} value={o.value} className={classes.choice} data-icon={!!o.icon || undefined}>
            <Inside option={o} several />
          </Checkbox.Card>
        ))}
      </div>
    </Checkbox.Group>
  );
}
