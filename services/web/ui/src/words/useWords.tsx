import { type ReactNode, useMemo } from "react";
import { type IntlShape, useIntl } from "react-intl";
import { Problem } from "../api/problem";
import { serverNow } from "../kit/now";
import { spokenNumber } from "../kit/phone";
import type { Key } from "./key";
import type { Language } from "./language";
import { clockTime, dayName, daysBetween, duration, fullTime, type Instant, ms, shortDay } from "./time";

const MINUTE = 60_000;

type Values = Record<string, string | number>;

const bold = (chunks: ReactNode[]) => <b>{chunks}</b>;

export function wordsOf(intl: IntlShape) {
  const language = intl.locale as Language;
  const t = (key: Key, values?: Values): string => intl.formatMessage({ id: key }, values);
  const clock = (at: Instant) => clockTime(at, language);
  const day = (at: Instant, now: Instant) => dayName(at, now, language);
  const busy = ({ retryAt, emergencyNumber: number }: Problem) => {
    const wait = retryAt === undefined ? undefined : retryAt - serverNow();
    const again = wait === undefined ? "later" : wait <= 0 ? "now" : wait <= MINUTE ? "soon" : "at";
    // a minute that has begun is not over
    const time = clock(Math.ceil((retryAt ?? 0) / MINUTE) * MINUTE);
    const call = number ? t("app.problem.busy.call", { number: spokenNumber(number) }) : "";
    return `${t("app.problem.busy")} ${t(`app.problem.busy.${again}`, { time })} ${call}`.trim();
  };
  return {
    language,
    /** The label of a key. */
    t,
    /** The label of a key that holds <b>…</b>, or takes more than text. */
    rich: (key: Key, values?: Record<string, ReactNode>): ReactNode => intl.formatMessage({ id: key }, { ...values, b: bold }),
    /** The label of a code that comes from a service (`kit.regime`, `GDPR_33`): the code itself where this build has no word for it yet. */
    code: (prefix: string, code: string): string =>
      Object.hasOwn(intl.messages, `${prefix}.${code}`) ? t(`${prefix}.${code}` as Key) : code,
    has: (key: string): key is Key => Object.hasOwn(intl.messages, key),
    clock,
    day,
    /** 06 h 34, « mer. 25 nov. 06 h 34 »: where there is no room for a whole date. */
    brief: (at: Instant, now: Instant): string => (daysBetween(at, now) === 0 ? clock(at) : `${shortDay(at, language)} ${clock(at)}`),
    /** 24 novembre 2026, 06 h 34 */
    full: (at: Instant) => fullTime(at, language),
    duration: (length: number) => duration(length, language),
    number: (n: number) => intl.formatNumber(n),
    /** « le dossier, les tâches et la main courante » */
    list: (items: readonly string[]) => intl.formatList(items),
    /** « avant 10 h 22 », « avant demain 08 h 00 », « avant le vendredi 27 novembre, 06 h 22 » */
    before: (at: Instant, now: Instant): string => {
      const days = daysBetween(now, at);
      if (days === 0) return t("kit.before.today", { time: clock(at) });
      return days === 1 ? t("kit.before.tomorrow", { time: clock(at) }) : t("kit.before.day", { day: day(at, now), time: clock(at) });
    },
    /** « à 06 h 34 », « hier à 18 h 05 », « le mardi 24 novembre à 06 h 34 » */
    at: (at: Instant, now: Instant): string => {
      const days = daysBetween(at, now);
      if (days === 0) return t("kit.at.today", { time: clock(at) });
      return days === 1 ? t("kit.at.yesterday", { time: clock(at) }) : t("kit.at.day", { day: day(at, now), time: clock(at) });
    },
    /** « depuis 06 h 34 », « depuis hier 18 h 05 », « depuis le mardi 24 novembre » */
    from: (at: Instant, now: Instant): string => {
      const days = daysBetween(at, now);
      if (days === 0) return t("kit.from.today", { time: clock(at) });
      return days === 1 ? t("kit.from.yesterday", { time: clock(at) }) : t("kit.from.day", { day: day(at, now) });
    },
    /** « 3 min », since when. */
    since: (at: Instant, now: Instant) => duration(ms(now) - ms(at), language),
    /** What went wrong, in words for people; the service's own sentence is for logs. */
    problem: (error: unknown): string => {
      if (!(error instanceof Problem)) return t("app.problem.failed");
      if (error.status === 0) return t("app.problem.unreachable");
      if (error.status === 401) return t("app.problem.signedout");
      if (error.status === 403) return t("app.problem.forbidden");
      if (error.status === 404) return t("app.problem.missing");
      if (error.status === 409) return t("app.problem.conflict");
      if (error.status === 429) return busy(error);
      return error.status < 500 ? t("app.problem.invalid") : t("app.problem.failed");
    },
  };
}

export type Say = ReturnType<typeof wordsOf>;

/** The words, times and numbers of the language in use. */
export function useWords(): Say {
  const intl = useIntl();
  return useMemo(() => wordsOf(intl), [intl]);
}
