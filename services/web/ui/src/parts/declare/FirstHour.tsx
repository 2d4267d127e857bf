import { IconCheck, IconX } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import classes from "./FirstHour.module.css";

const DO = ["1", "2", "3", "4", "5"] as const;
const DONT = ["1", "2", "3", "4"] as const;

/** Five things to do and four not to do. A bold start that can be read aloud, then why. */
export function FirstHour() {
  const { t, rich } = useWords();
  return (
    <div className={classes.two}>
      <div>
        <h3>{t("declare.hour.do")}</h3>
        <ul className={classes.list} data-kind="do">
          {DO.map((n) => (
            <li key={n}>
              <IconCheck size={18} stroke={2.4} aria-hidden />
              <span>{rich(`declare.hour.do.${n}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t("declare.hour.dont")}</h3>
        <ul className={classes.list} data-kind="dont">
          {DONT.map((n) => (
            <li key={n}>
              <IconX size={18} stroke={2.4} aria-hidden />
              <span>{rich(`declare.hour.dont.${n}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
