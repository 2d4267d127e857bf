import { Radio, Textarea, TextInput } from "@mantine/core";
import type { Action, AllowedAction, WholeCase } from "../../api/responder";
import { RadioGroup } from "../../kit/RadioGroup";
import { useWords } from "../../words/useWords";
import { CaseField } from "./CaseField";
import type { Draft, Field } from "./fields";
import { PersonField } from "./PersonField";
import { WhenField } from "./WhenField";
import classes from "./Form.module.css";

interface AskedProps {
  action: Action;
  field: Field;
  optional: boolean;
  draft: Draft;
  set: (name: string, value: string) => void;
  error: string | undefined;
  theCase: WholeCase;
  allowed: AllowedAction;
}

/** One question of a form, as its kind says. The label, then what helps or what is wrong, then the field. */
export function Asked({ action, field, optional, draft, set, error, theCase, allowed }: AskedProps) {
  const { t, code, has } = useWords();
  const prefix = `act.${action}.${field.name}`;
  const label = code("act", `${action}.${field.name}`) + (optional ? ` (${t("act.optional")})` : "");
  const hintKey = `${prefix}.hint`;
  const hint = field.hint && has(hintKey) ? t(hintKey) : undefined;
  const value = draft[field.name] ?? "";
  const common = { label, description: hint, error, value };
  switch (field.kind) {
    case "text":
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={field.most}
          onChange={(e) => set(field.name, e.currentTarget.value)}
        />
      );
    case "line":
      return <TextInput {...common} maxLength={field.most} autoComplete="off" onChange={(e) => set(field.name, e.currentTarget.value)} />;
    case "person":
      return <PersonField {...common} value={value || (theCase.lead ?? "")} onChange={(to) => set(field.name, to)} />;
    case "case":
      return <CaseField label={label} hint={hint} value={value} error={error} theCase={theCase} onChange={(to) => set(field.name, to)} />;
    case "past":
    case "future":
      return (
        <WhenField
          label={label}
          hint={hint}
          value={value}
          error={error}
          future={field.kind === "future"}
          onChange={(to) => set(field.name, to)}
        />
      );
    default:
      return (
        <RadioGroup
          label={label}
          description={hint}
          error={error}
          value={value}
          onChange={(to) => set(field.name, to)}
          classNames={{ label: classes.label ?? "" }}
        >
          <div className={classes.choices}>
            {(field.codes ?? allowed.to).map((it) => (
              <Radio.Card key={it} value={it} className={classes.choice ?? ""}>
                <Radio.Indicator size="xs" />
                <span>{field.codes ? code("act", `${action}.${field.name}.${it}`) : code("board.status", it)}</span>
              </Radio.Card>
            ))}
          </div>
        </RadioGroup>
      );
  }
}
