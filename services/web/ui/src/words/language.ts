export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

/**
 * `own`: what every page says, and an establishment's first one. `form`: what a declaration asks and says. `work`: what responders,
 * administrators and authorities read, a declaration too.
 */
export type Pack = "own" | "form" | "work";

const KEY = "pris.language";

/** French, unless this browser has chosen otherwise. */
export function storedLanguage(storage: Pick<Storage, "getItem">): Language {
  return storage.getItem(KEY) === "en" ? "en" : "fr";
}

export function storeLanguage(storage: Pick<Storage, "setItem">, language: Language) {
  storage.setItem(KEY, language);
}

const files = {
  fr: { own: () => import("./own.fr"), form: () => import("./form.fr"), work: () => import("./work.fr") },
  en: { own: () => import("./own.en"), form: () => import("./form.en"), work: () => import("./work.en") },
};

/** The words of a language, one file per feature, loaded as one piece for each pack: nobody waits for the words of another role. */
export async function loadWords(language: Language, packs: readonly Pack[]): Promise<Record<string, string>> {
  const loaded = await Promise.all(packs.map((pack) => files[language][pack]()));
  return Object.assign({}, ...loaded.map(({ words }) => words)) as Record<string, string>;
}
