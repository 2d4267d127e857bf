import type { Entry } from "../../api/entries";
import type { Say } from "../../words/useWords";

/** What a line says beside its title: what was written, and of a gesture what was answered, for its text is the question alone. */
export function saidIn({ type, text, data }: Pick<Entry, "type" | "text" | "data">, { t, code }: Pick<Say, "t" | "code">): string | null {
  const answer = type === "task.answered.v1" ? data?.["answer"] : undefined;
  if (typeof answer !== "string") return text ?? null;
  const said = code("declare.gesture", answer);
  return text ? t("kit.colon", { what: text, said }) : said;
}
