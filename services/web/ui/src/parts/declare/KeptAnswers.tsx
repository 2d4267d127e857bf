import { Button } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { useNow } from "../../kit/now";
import { ms } from "../../words/time";
import { useWords } from "../../words/useWords";
import classes from "./KeptAnswers.module.css";
import { useAnswers, useSendAnswers } from "./useAnswers";

/** An answer that has not arrived by then is said to be on its way: most arrive before anybody could read it. */
const PROMPT = 5_000;

/** On every page of an establishment: which answers to gestures PRIS does not have yet, and which it did not take. */
export function KeptAnswers() {
  const { t, at, language } = useWords();
  const now = useNow();
  const { online } = useNetwork();
  const { given, forget } = useAnswers();
  useSendAnswers();
  const refused = given.filter((it) => it.refused);
  const waiting = given.filter((it) => !it.refused && (!online || now - ms(it.at) > PROMPT));
  return (
    <div role="status" className={classes.kept} hidden={waiting.length + refused.length === 0}>
      {waiting.length > 0 && <p>{t("declare.kept.waiting", { n: waiting.length })}</p>}
      {refused.map((it) => (
        <p key={it.task}>
          {t("declare.kept.refused", { title: it.title[language], answer: t(`declare.gesture.${it.answer}`), at: at(it.at, now) })}{" "}
          <Button variant="default" size="compact-sm" onClick={() => forget(it)}>
            {t("declare.kept.seen")}
          </Button>
        </p>
      ))}
    </div>
  );
}
