import { Button, Text } from "@mantine/core";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { IntlProvider } from "react-intl";
import { type Language, loadWords, type Pack, storedLanguage, storeLanguage } from "./language";

interface Choice {
  language: Language;
  speak: (language: Language) => void;
  /** Those whose words are there. */
  packs: readonly Pack[];
  need: (pack: Pack) => void;
}

const nothing = () => undefined;
const Chosen = createContext<Choice>({ language: "fr", speak: nothing, packs: [], need: nothing });

export const useLanguage = () => useContext(Chosen);

/** Asks for a pack, where one is asked for, and says whether its words are there. */
export function usePack(pack: Pack | null): boolean {
  const { packs, need } = useContext(Chosen);
  useEffect(() => {
    if (pack) need(pack);
  }, [pack, need]);
  return pack === null || packs.includes(pack);
}

interface Loaded {
  language: Language;
  packs: readonly Pack[];
  words: Record<string, string>;
}

/** Gives the words of the chosen language to everything below. Nothing is shown before the first of them are there. */
export function Words({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => storedLanguage(localStorage));
  const [packs, setPacks] = useState<readonly Pack[]>(["own"]);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    void loadWords(language, packs).then(
      (words) => {
        if (!current) return;
        document.documentElement.lang = language;
        setLoaded({ language, packs, words });
      },
      () => {
        if (current) setFailed(true);
      },
    );
    return () => {
      current = false;
    };
  }, [language, packs]);
  const choice = useMemo(
    () => ({
      language: loaded?.language ?? language,
      speak: (to: Language) => {
        storeLanguage(localStorage, to);
        setLanguage(to);
      },
      packs: loaded?.packs ?? [],
      need: (pack: Pack) => setPacks((known) => (known.includes(pack) ? known : [...known, pack])),
    }),
    [language, loaded],
  );
  if (!loaded || (failed && loaded.packs.length < packs.length)) return failed ? <Wordless /> : null;
  return (
    <Chosen value={choice}>
      <IntlProvider locale={loaded.language} messages={loaded.words} timeZone="Europe/Paris">
        {children}
      </IntlProvider>
    </Chosen>
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
