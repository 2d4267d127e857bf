import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { IntlProvider } from "react-intl";
import { type Language, loadWords, storedLanguage, storeLanguage } from "./language";

const Choice = createContext<{ language: Language; speak: (language: Language) => void }>({ language: "fr", speak: () => undefined });

export const useLanguage = () => useContext(Choice);

/** Gives the words of the chosen language to everything below. Nothing is shown before they are there. */
export function Words({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => storedLanguage(localStorage));
  const [loaded, setLoaded] = useState<{ language: Language; words: Record<string, string> } | null>(null);
  useEffect(() => {
    let current = true;
    void loadWords(language).then((words) => {
      if (!current) return;
      document.documentElement.lang = language;
      setLoaded({ language, words });
    });
    return () => {
      current = false;
    };
  }, [language]);
  const choice = useMemo(
    () => ({
      language: loaded?.language ?? language,
      speak: (to: Language) => {
        storeLanguage(localStorage, to);
        setLanguage(to);
      },
    }),
    [language, loaded],
  );
  if (!loaded) return null;
  return (
    <Choice value={choice}>
      <IntlProvider locale={loaded.language} messages={loaded.words} timeZone="Europe/Paris">
        {children}
      </IntlProvider>
    </Choice>
  );
}
