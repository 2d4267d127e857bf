import { Button, Text } from "@mantine/core";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { IntlProvider } from "react-intl";
import { type Language, loadWords, storedLanguage, storeLanguage } from "./language";

const Choice = createContext<{ language: Language; speak: (language: Language) => void }>({ language: "fr", speak: () => undefined });

export const useLanguage = () => useContext(Choice);

/** Gives the words of the chosen language to everything below. Nothing is shown before they are there. */
export function Words({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => storedLanguage(localStorage));
  const [loaded, setLoaded] = useState<{ language: Language; words: Record<string, string> } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    void loadWords(language).then(
      (words) => {
        if (!current) return;
        document.documentElement.lang = language;
        setLoaded({ language, words });
      },
      () => {
        if (current) setFailed(true);
      },
    );
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
  if (!loaded) return failed ? <Wordless /> : null;
  return (
    <Choice value={choice}>
      <IntlProvider locale={loaded.language} messages={loaded.words} timeZone="Europe/Paris">
        {children}
      </IntlProvider>
    </Choice>
  );
}

/** Without a word of any language: these are all that the page has. */
function Wordless() {
  return (
    <Text role="alert" p="md">
      <span lang="fr">Cette page n’a pas pu être chargée.</span> <span lang="en">This page could not be loaded.</span>{" "}
      <Button onClick={() => location.reload()}>
        <span lang="fr">Réessayer</span>
        {"\u00a0/\u00a0"}
        <span lang="en">Try again</span>
      </Button>
    </Text>
  );
}
