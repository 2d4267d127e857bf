import { Radio, UnstyledButton } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import type { Answer } from "../../api/declarations";
import { RadioGroup } from "../../kit/RadioGroup";
import { useWords } from "../../words/useWords";
import { chosenOf } from "./Choices";
import classes from "./Question.module.css";

const ANSWERS = ["YES", "NO", "UNKNOWN"] as const;

interface SegmentsProps<V extends string> {
  labelledby: string;
  value: V | null;
  onChange: (value: V | null) => void;
  options: { value: V; label: string }[];
}

/** A few answers in a row. Nothing is chosen beforehand: unanswered and « do not know » are two different facts; the chosen one, touched again, is unanswered. */
export function Segments<V extends string>({ labelledby, value, onChange, options }: SegmentsProps<V>) {
  return (
    <RadioGroup
      role="group"
      aria-labelledby={labelledby}
      value={value ?? ""}
      onChange={(touched) => onChange(chosenOf(options, touched, value))}
    >
      <div className={classes.tri}>
        {options.map((o) => (
          <Radio.Card key={o.value} value={o.value} className={classes.control}>
            {o.label}
          </Radio.Card>
        ))}
      </div>
    </RadioGroup>
  );
}

interface QuestionProps<V extends string> {
  text: string;
  help?: string;
  value: V | null;
  onChange: (value: V | null) => void;
  options: { value: V; label: string }[];
}

/** A question, its answers, and its help: beside it where there is room, under it on a phone. */
export function Question<V extends string>({ text, help, ...answers }: QuestionProps<V>) {
  const { t } = useWords();
  const id = useId();
  const [shown, show] = useState(false);
  return (
    <Line
      label={
        <>
          <span id={id}>{text}</span>
          {help && (
            <UnstyledButton
              className={classes.ask}
              aria-expanded={shown}
              aria-controls={`${id}h`}
              aria-label={t("kit.help", { about: text })}
              onClick={() => show(!shown)}
            >
              <IconHelpCircle size={20} stroke={1.7} aria-hidden />
            </UnstyledButton>
          )}
        </>
      }
    >
      <div className={classes.answer}>
        <Segments labelledby={id} {...answers} />
      </div>
      {help && (
        <p id={`${id}h`} className={classes.help} hidden={!shown}>
          {help}
        </p>
      )}
    </Line>
  );
}

function Line({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.question}>
      <div className={classes.text}>{label}</div>
      {children}
    </div>
  );
}

/** Yes, no, do not know. */
export function Tri(props: Omit<QuestionProps<Answer>, "options">) {
  const { t } = useWords();
  return <Question {...props} options={ANSWERS.map((value) => ({ value, label: t(`kit.tri.${value}`) }))} />;
}
