import { UnstyledButton } from "@mantine/core";
import { useLanguage } from "../words/Words";
import { useWords } from "../words/useWords";
import classes from "./DeclarantFrame.module.css";

/** The other language, named in itself. */
export function LanguageSwitch() {
  const { t } = useWords();
  const { language, speak } = useLanguage();
  const other = language === "fr" ? "en" : "fr";
  return (
    <UnstyledButton className={classes.lang} lang={other} onClick={() => speak(other)}>
      {t("app.frame.otherlang")}
      <span className="sr-only">, {t("app.frame.language")}</span>
    </UnstyledButton>
  );
}
