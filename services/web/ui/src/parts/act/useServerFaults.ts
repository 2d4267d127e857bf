import { Problem } from "../../api/problem";
import { useWords } from "../../words/useWords";

const WORDED: [
  RegExp,
  (
    | "act.missing"
    | "act.future"
    | "act.past"
    | "act.refused.nocase"
    | "act.refused.nosite"
    | "act.refused.long"
    | "act.refused.username"
    | "act.refused.unknown"
  ),
][] = [
  [/must not be (blank|null|empty)|is needed/, "act.missing"],
  [/not be in the future/, "act.future"],
  [/must be in the future/, "act.past"],
  [/no such case/, "act.refused.nocase"],
  [/no such establishment/, "act.refused.nosite"],
  [/size must be/, "act.refused.long"],
  [/must match.*@/, "act.refused.username"],
  [/is not known as a|is not the subject of/, "act.refused.unknown"],
];

/** What the service found wrong with a form, by field, in the reader's language where the sentence is known. */
export function useServerFaults(error: unknown): Record<string, string> {
  const { t } = useWords();
  if (!(error instanceof Problem)) return {};
  return Object.fromEntries(
    error.errors.map(({ field, message }) => {
      const word = WORDED.find(([pattern]) => pattern.test(message))?.[1];
      return [field, word ? t(word) : t("act.refused", { message })];
    }),
  );
}

/** Brings the first field to correct into view and into focus, once it is marked. */
export function toFault() {
  requestAnimationFrame(() => {
    const fault = document.querySelector<HTMLElement>("[role=dialog] .mantine-InputWrapper-error, [role=dialog] [data-fault]");
    const field = fault?.parentElement?.querySelector<HTMLElement>("input, textarea, button");
    const folded = fault?.closest("details");
    if (folded) folded.open = true;
    fault?.scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
  });
}

/** Whether something in the dialog is filled in by half, which would be sent as nothing; then leads there. */
export function isHalfFilled(): boolean {
  const half = document.querySelector("[role=dialog] [data-fault]") !== null;
  if (half) toFault();
  return half;
}
