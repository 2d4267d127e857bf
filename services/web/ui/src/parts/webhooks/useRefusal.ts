import { Problem } from "../../api/problem";
import { useWords } from "../../words/useWords";

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

/** Why a command was refused, in the reader's words. */
export function useRefusal(): (error: unknown) => string {
  const { t, has, problem, full } = useWords();
  return (error) => {
    const reason = error instanceof Problem ? error.reasons[0] : undefined;
    const key = `webhooks.reason.${reason?.code}`;
    if (!reason || !has(key)) return problem(error);
    const { most, since } = reason.parameters;
    return t(key, { most: text(most), since: text(since) && full(text(since)) });
  };
}
