import { usePlan } from "../../api/plan";
import type { WholeCase } from "../../api/responder";
import { TextLink } from "../../kit/LinkButton";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import { isOpen } from "../board/cards";
import { answersFirst } from "./nextSteps";
import classes from "./overview.module.css";

/** What the hospital has answered to the gestures of its first hour: what it cannot do comes first. Nothing before it was asked. */
export function FirstHour({ c }: { c: WholeCase }) {
  const { t, at, language } = useWords();
  const now = useNow();
  const asked = answersFirst(usePlan(c.id).data?.tasks ?? []);
  // a case that has ended asks for nothing more; what was answered stays
  const gestures = isOpen(c) ? asked : asked.filter((it) => it.reply);
  if (gestures.length === 0) return null;
  const answered = gestures.filter((it) => it.reply).length;
  return (
    <section className={classes.aside} aria-labelledby="first-hour">
      <div className={classes.h}>
        <h2 id="first-hour">{t("case.firstHour")}</h2>
        <span>{t("case.firstHour.count", { n: answered, total: gestures.length })}</span>
      </div>
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
