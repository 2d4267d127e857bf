export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

const KEY = "pris.language";

/** French, unless this browser has chosen otherwise. */
export function storedLanguage(storage: Pick<Storage, "getItem">): Language {
  return storage.getItem(KEY) === "en" ? "en" : "fr";
}

export function storeLanguage(storage: Pick<Storage, "setItem">, language: Language) {
  storage.setItem(KEY, language);
}

/** The words of a language, one file per feature, loaded as one piece. */
export async function loadWords(language: Language): Promise<Record<string, string>> {
  const { words } = language === "en" ? await import("./en") : await import("./fr");
  return words;
}
