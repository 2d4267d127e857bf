import { useWords } from "../../words/useWords";
import type { Draft } from "./fields";
import type { Wording } from "./Meanwhile";

/** The questions of a qualification and their answers, in words. */
export function useQualifyWords(): Wording<Draft> {
  const { t, code } = useWords();
  return {
    label: (name) => code("act", `qualify.${name}`),
    value: (name, draft) => {
      const value = draft[name];
      if (!value) return t("act.meanwhile.nothing");
      if (value === "UNKNOWN") return t("act.unknown");
      if (name === "incidentType") return code("kit.type", value);
      if (name === "trend") return code("kit.trend", value);
      if (name === "personalData" || name.startsWith("_")) return code("kit.tri", value);
      return code("act", `qualify.${name}.${value}`);
    },
  };
}
