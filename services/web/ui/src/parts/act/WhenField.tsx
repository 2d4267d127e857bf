import "@mantine/dates/styles.layer.css";
import { Button, Radio } from "@mantine/core";
import { DatePickerInput, TimePicker } from "@mantine/dates";
import { IconClock } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useNow } from "../../kit/now";
import { dayOf, instantsInParis, timeOf } from "../../words/time";
import { dayFormat } from "../../kit/days";
import { useWords } from "../../words/useWords";
import classes from "./Form.module.css";

interface WhenFieldProps {
  label: string;
  hint?: string | undefined;
  /** ISO instant, or nothing. */
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** Whether it lies ahead: then « now » makes no sense. */
  future?: boolean;
  required?: boolean;
}

/** A day and a time of Paris on the 24-hour clock, never a native field: those follow the browser's language. */
export function WhenField({ label, hint, value, onChange, error, future = false, required = false }: WhenFieldProps) {
  const { t, clock, language } = useWords();
  const now = useNow();
  const id = useId();
  const [day, setDay] = useState(value ? dayOf(value) : "");
  const [time, setTime] = useState(value ? timeOf(value) : "");
  const [known, setKnown] = useState(value);
  if (known !== value) {
    // set from elsewhere: half of a time that is being typed is nobody's value yet, and stays
    setKnown(value);
    setDay(value ? dayOf(value) : "");
    setTime(value ? timeOf(value) : "");
  }
  const say = (newDay: string, newTime: string) => {
    const said = instantsInParis(newDay, newTime)[0] ?? "";
    setDay(newDay);
    setTime(newTime);
    setKnown(said);
    onChange(said);
  };
  const half = !!day !== !!time;
  const instants = instantsInParis(day, time);
  const skipped = !!day && !!time && instants.length === 0;
  const fault = half ? t("act.moment.half") : skipped ? t("declare.form.error.skipped") : error;
  return (
    <fieldset className={classes.when} aria-describedby={hint || fault ? id : undefined}>
      <legend className={classes.label}>
        {label}
        {required && <span className={classes.star}> *</span>}
      </legend>
      {(hint || fault) && (
        <p id={id} className={fault ? classes.error : classes.hint} data-fault={!!fault || undefined}>
          {fault ?? hint}
        </p>
      )}
      <div className={classes.moment}>
        <DatePickerInput
          aria-label={`${label}, ${t("act.day")}`}
          placeholder={t("act.day")}
          locale={language === "en" ? "en-gb" : language}
          valueFormat={dayFormat(language)}
          {...(future ? { minDate: dayOf(now) } : { maxDate: dayOf(now) })}
          value={day || null}
          // what is taken back is taken back whole: half of it would be a fault
          onChange={(chosen) => (chosen ? say(chosen, time) : say("", ""))}
          clearable
          clearButtonProps={{ "aria-label": t("kit.clear") }}
          error={!!error}
          previousLabel={t("act.month.previous")}
          nextLabel={t("act.month.next")}
          popoverProps={{ withRoles: false }}
          classNames={{ day: classes.day ?? "" }}
        />
        <TimePicker
          aria-label={`${label}, ${t("act.hour")}`}
          format="24h"
          withDropdown={false}
          value={time}
          onChange={(typed) => say(day, typed.slice(0, 5))}
          hoursInputLabel={`${label}, ${t("act.hour.h")}`}
          minutesInputLabel={`${label}, ${t("act.hour.m")}`}
          leftSection={<IconClock size={16} stroke={1.7} aria-hidden />}
          error={!!error}
        />
        {!future && (
          <Button variant="default" onClick={() => say(dayOf(now), timeOf(now))}>
            {t("act.now")}
          </Button>
        )}
      </div>
      {instants.length > 1 && (
        <Radio.Group
          mt={8}
          label={t("declare.form.twice", { time: clock(instants[0] ?? "") })}
          value={instants.indexOf(value) === 1 ? "second" : "first"}
          onChange={(turn) => {
            const chosen = instants[turn === "second" ? 1 : 0] ?? "";
            setKnown(chosen);
            onChange(chosen);
          }}
        >
          <Radio value="first" label={t("declare.form.twice.first")} mt={4} />
          <Radio value="second" label={t("declare.form.twice.second")} mt={4} />
        </Radio.Group>
      )}
    </fieldset>
  );
}
