import type { CareLine } from "../../api/responder";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import type { Wording } from "../act/Meanwhile";
import { type CareForm, isLine } from "./careForm";

/** The fields of the care form and what they hold, in words. */
export function useCareWords(): Wording<CareForm> {
  const { t, code, number, at, from } = useWords();
  const now = useNow();
  const nothing = t("act.meanwhile.nothing");
  const line = (it: CareLine): string =>
    [
      t(`case.linestate.${it.state}`),
      ...(it.divertedTo ? [t("case.care.to", { name: it.divertedTo })] : []),
      ...(it.since ? [from(it.since, now)] : []),
      ...(it.expectedReturn ? [t("case.care.return", { at: at(it.expectedReturn, now) })] : []),
    ].join(", ");
  return {
    label: (name) => {
      if (isLine(name)) return t(`case.line.${name}`);
      if (name === "patientHarm" || name === "careMode") return t(`act.qualify.${name}`);
      return t(`case.care.dialog.${name}`);
    },
    value: (name, form) => {
      const value = form[name];
      if (value === null || value === undefined) return nothing;
      if (typeof value === "object") return line(value);
      if (typeof value === "boolean") return t(value ? "kit.tri.YES" : "kit.tri.NO");
      if (typeof value === "number") return number(value);
      return value === "UNKNOWN" ? t("act.unknown") : code("act", `qualify.${name}.${value}`);
    },
  };
}
