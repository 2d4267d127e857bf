import { usePlan } from "../../api/plan";
import type { WholeCase } from "../../api/responder";
import { TextLink } from "../../kit/LinkButton";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import { answersFirst } from "./nextSteps";
import classes from "./overview.module.css";

/** What the hospital has answered to the gestures of its first hour: what it cannot do comes first. Nothing before it was asked. */
export function FirstHour({ c }: { c: WholeCase }) {
  const { t, at, language } = useWords();
  const now = useNow();
  const gestures = answersFirst(usePlan(c.id).data?.tasks ?? []);
  if (gestures.length === 0) return null;
  const answered = gestures.filter((it) => it.reply).length;
  return (
    <section className={classes.aside} aria-labelledby="first-hour">
      <h2 id="first-hour" className={classes.h}>
        {t("case.firstHour")}
        <span>{t("case.firstHour.count", { n: answered, total: gestures.length })}</span>
      </h2>
      <ul className={classes.next}>
        {gestures.map((task) => (
          <li key={task.id}>
            <TextLink to="/cases/$case/tasks" params={{ case: c.reference }} search={{ task: task.id }} inherit>
              {task.title[language]}
            </TextLink>
            <span className={classes.meta} data-answer={task.reply?.answer}>
              {task.reply
                ? t("case.firstHour.said", { answer: t(`task.answer.${task.reply.answer}`), at: at(task.reply.at, now) })
                : t("case.firstHour.open")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
