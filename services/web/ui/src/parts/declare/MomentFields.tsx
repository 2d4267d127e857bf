import "@mantine/dates/styles.layer.css";
import { DatePickerInput, TimePicker } from "@mantine/dates";
import { IconClock } from "@tabler/icons-react";
import { dayFormat } from "../../kit/days";
import { useWords } from "../../words/useWords";
import { dayOf, instantsInParis } from "../../words/time";
import { momentOf } from "./body";
import { OneOf } from "./Choices";
import type { Moment } from "./draft";
import classes from "./Form.module.css";
import ownClasses from "./MomentFields.module.css";

interface MomentFieldsProps {
  value: Moment;
  onChange: (value: Moment) => void;
  now: number;
  dayLabel?: string;
  hourLabel: string;
  error?: boolean;
  id?: string;
  /** What half an answer means here, if it means more than that it is not sent. */
  half?: string;
}

/** A day and a time on the 24-hour clock, never a native field: those follow the browser's language. Without `dayLabel` the time alone. */
export function MomentFields({ value, onChange, now, dayLabel, hourLabel, error = false, id, half }: MomentFieldsProps) {
  const { t, clock, language } = useWords();
  const lacks = dayLabel ? !!value.day !== !!value.time : !value.time;
  const twice = !!dayLabel && instantsInParis(value.day, value.time).length > 1;
  const hourId = id ? `${id}-hour` : undefined;
  return (
    <>
      <div className={classes.when}>
        {dayLabel && (
          <DatePickerInput
            {...(id && { id })}
            label={dayLabel}
            locale={language === "fr" ? "fr" : "en-gb"}
            weekendDays={[]}
            ariaLabels={{
              nextMonth: t("kit.calendar.next"),
              previousMonth: t("kit.calendar.previous"),
              nextYear: t("kit.calendar.nextYear"),
              previousYear: t("kit.calendar.previousYear"),
              monthLevelControl: t("kit.calendar.months"),
              yearLevelControl: t("kit.calendar.years"),
            }}
            valueFormat={dayFormat(language)}
            maxDate={dayOf(now)}
            value={value.day || null}
            onChange={(day) => onChange({ ...value, day: day ?? "", turn: "" })}
            clearable
            clearButtonProps={{ "aria-label": t("kit.colon", { what: t("kit.clear"), said: dayLabel }) }}
            error={error}
            popoverProps={{ classNames: { dropdown: classes.scale ?? "" } }}
          />
        )}
        <TimePicker
          format="24h"
          label={hourLabel}
          withDropdown={false}
          value={value.time}
          onChange={(time) => onChange({ ...value, time: time.slice(0, 5), turn: "" })}
          hoursInputLabel={`${hourLabel}, ${t("declare.form.hour.h")}`}
          minutesInputLabel={`${hourLabel}, ${t("declare.form.hour.m")}`}
          leftSection={<IconClock size={18} stroke={1.7} aria-hidden />}
          error={error}
          {...((dayLabel ? hourId : id) && { hoursInputProps: { id: (dayLabel ? hourId : id) ?? "" } })}
        />
      </div>
      {lacks && (half || dayLabel) && (
        <p className={classes.small} role="status">
          {half ?? t(value.day ? "declare.form.half.time" : "declare.form.half.day")}
        </p>
      )}
      {twice && (
        <div className={ownClasses.twice} role="group" aria-labelledby={`${hourId ?? ""}-twice`}>
          <p id={`${hourId ?? ""}-twice`} className={classes.small}>
            {t("declare.form.twice", { time: clock(momentOf(value) ?? now) })}
          </p>
          <OneOf
            labelledby={`${hourId ?? ""}-twice`}
            columns={2}
            stacked
            value={value.turn || null}
            onChange={(turn) => onChange({ ...value, turn: turn ?? "" })}
            options={(["first", "second"] as const).map((turn) => ({ value: turn, label: t(`declare.form.twice.${turn}`) }))}
          />
        </div>
      )}
    </>
  );
}
