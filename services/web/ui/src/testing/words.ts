import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createIntl } from "react-intl";
import type { Language } from "../words/language";
import { type Say, wordsOf } from "../words/useWords";

/** The words of some features, for tests. */
export function wordsFor(features: string[], language: Language = "fr"): Say {
  const read = (feature: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, `../words/${feature}.${language}.json`), "utf8")) as Record<string, string>;
  return wordsOf(
    createIntl({
      locale: language,
      messages: Object.assign({}, ...features.map(read)) as Record<string, string>,
      timeZone: "Europe/Paris",
    }),
  );
}
