import { IconBarrierBlock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { isSettledTask, usePlan } from "../../api/plan";
import type { WholeCase } from "../../api/responder";
import { TextLink } from "../../kit/LinkButton";
import { useNow } from "../../kit/now";
import { useNameOf } from "../../kit/People";
import { ms } from "../../words/time";
import { useWords } from "../../words/useWords";
import { isOpen } from "../board/cards";
import { nextSteps } from "./nextSteps";
import classes from "./overview.module.css";

/** The tasks to move now, and the gates that wait for them. */
export function NextSteps({ c }: { c: WholeCase }) {
  const { t, before, duration, language } = useWords();
  const now = useNow();
  const nameOf = useNameOf();
  const plan = usePlan(c.id);
  const ended = !isOpen(c);
  const tasks = plan.data?.tasks ?? [];
  const open = tasks.filter((it) => !isSettledTask(it)).length;
  const title = (id: string) => tasks.find((it) => it.id === id)?.title[language] ?? t("reason.missing");
  return (
    <section className={classes.aside} aria-labelledby="next">
      <div className={classes.h}>
        <h2 id="next">{t("case.next")}</h2>
        {tasks.length > 0 && (
          <TextLink to="/cases/$case/tasks" params={{ case: c.reference }} inherit>
            {t("case.next.all", { n: open })}
          </TextLink>
        )}
      </div>
      {plan.isError && !plan.data && <p className={classes.quiet}>{t("case.next.failed")}</p>}
      {ended && <p className={classes.quiet}>{t("case.next.ended")}</p>}
      {!ended && plan.data && open === 0 && <p className={classes.quiet}>{t("case.next.none")}</p>}
      {!ended && plan.data && (
        <>
          <ul className={classes.next}>
            {nextSteps(plan.data).map((task) => {
              const late = task.dueAt ? now - ms(task.dueAt) : -1;
              return (
                <li key={task.id}>
                  <Link to="/cases/$case/tasks" params={{ case: c.reference }} search={{ task: task.id }}>
                    {task.title[language]}
                  </Link>
                  <span className={classes.meta}>
                    {task.dueAt && (
                      <span data-late={late >= 0 || undefined}>
                        {late >= 0 ? t("case.next.late", { length: duration(late) }) : before(task.dueAt, now)} ·{" "}
                      </span>
                    )}
                    {task.assignees.length > 0 ? task.assignees.map(nameOf).join(", ") : t("board.unassigned")}
                  </span>
                </li>
              );
            })}
          </ul>
          <ul className={classes.gates}>
            {plan.data.gates
              .filter((gate) => !gate.open)
              .map((gate) => (
                <li key={gate.playbook + gate.key}>
                  <IconBarrierBlock size={16} stroke={1.7} aria-hidden />
                  <span>
                    <strong>{gate.name[language]}</strong> {t("case.next.waits")} {gate.missing.map(title).join(", ")}
                  </span>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  );
}
