import { IconPhone } from "@tabler/icons-react";
import { type EmergencyNumber, useSettings } from "../api/settings";
import { useWords } from "../words/useWords";
import { spokenNumber, telHref } from "./phone";
import classes from "./EmergencyNumbers.module.css";

/** Whom to call, when, for what. The number itself is the link. */
export function EmergencyNumbers() {
  const { code, language } = useWords();
  const numbers = useSettings()?.emergencyNumbers ?? [];
  return (
    <ul className={classes.list}>
      {numbers.map((n) => (
        <li key={n.code}>
          <a className={classes.call} href={telHref(n.number)}>
            <span className={classes.icon}>
              <IconPhone size={18} stroke={1.8} aria-hidden />
            </span>
            <span>
              <b>{code("app.number", n.code)}</b>
              <span className={classes.tel}>{spokenNumber(n.number)}</span>
              <span className={classes.when}>
                {hoursOf(n, language)} {code("app.number", `${n.code}.for`)}
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

const hoursOf = ({ hours }: EmergencyNumber, language: "fr" | "en"): string => (hours ? `${hours[language]}.` : "");

/** The first number of the list: the responders' own. */
export const useOurNumber = (): string | undefined => {
  const number = useSettings()?.emergencyNumbers[0]?.number;
  return number && spokenNumber(number);
};
