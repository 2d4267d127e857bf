import { useQuery } from "@tanstack/react-query";
import { createIntl } from "react-intl";
import { loadWords } from "../../words/language";
import { type Say, wordsOf } from "../../words/useWords";

/** French words on a page in any language, once they are loaded. */
export const useFrench = (): Say | undefined =>
  useQuery({
    queryKey: ["words", "fr"],
    queryFn: async () => wordsOf(createIntl({ locale: "fr", messages: await loadWords("fr", ["own", "form"]), timeZone: "Europe/Paris" })),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  }).data;
