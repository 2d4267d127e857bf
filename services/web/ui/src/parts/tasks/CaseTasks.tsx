import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconListDetails, IconPlus } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { isSettledTask, type Plan, usePlan } from "../../api/plan";
import { isWhole, useCase } from "../../api/responder";
import { useNow } from "../../kit/now";
import { Send } from "../../kit/Send";
import { DialogSessionNotice } from "../../kit/SessionNotice";
import { Loaded } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import { AddPlaybook } from "./AddPlaybook";
import { AddTask } from "./AddTask";
import { PhaseList } from "./PhaseList";
import { PhaseRail } from "./PhaseRail";
import { isLate, phasesOf } from "./plan";
import { TaskPanel } from "./TaskPanel";
import panel from "./panel.module.css";
import classes from "./tasks.module.css";

/** What has to be done in a case, phase by phase. */
export function CaseTasks({ caseId }: { caseId: string }) {
  return <Loaded query={usePlan(caseId)}>{(plan) => <Tasks caseId={caseId} plan={plan} />}</Loaded>;
}

/** The playbook at work. The open task stands beside the list where there is room, over it where there is none. */
function Tasks({ caseId, plan }: { caseId: string; plan: Plan }) {
  const { t } = useWords();
  const now = useNow();
  const navigate = useNavigate({ from: "/cases/$case/tasks" });
  const { task: open } = useSearch({ from: "/cases/$case/tasks" });
  const wide = useMediaQuery("(min-width: 1181px)", true, { getInitialValueInEffect: false });
  const task = plan.tasks.find((it) => it.id === open);
  const show = (id: string | undefined) => void navigate({ search: id ? { task: id } : {}, replace: true, resetScroll: false });
  const close = () => {
    const from = document.querySelector<HTMLElement>(`#task-${open} button`);
    show(undefined);
    from?.focus();
  };
  const phases = phasesOf(plan);
  return (
    <div className={classes.page} data-open={(wide && task !== undefined) || undefined}>
      <PhaseRail phases={phases} />
      <div className={classes.list}>
        <Tools caseId={caseId} plan={plan} now={now} />
        {phases.length === 0 && (
          <div className={classes.empty}>
            <b>{t("task.empty")}</b>
            <p>{t("task.empty.why")}</p>
          </div>
        )}
        {phases.map((it) => (
          <PhaseList key={it.phase} plan={plan} of={it} open={task?.id} now={now} onOpen={(id) => show(id === task?.id ? undefined : id)} />
        ))}
      </div>
      {wide && task && (
        <aside className={panel.side} aria-label={t("task.opened")}>
          <div className={panel.aside} tabIndex={0}>
            <TaskPanel key={task.id} caseId={caseId} plan={plan} task={task} onClose={close} />
          </div>
        </aside>
      )}
      {!wide && task && (
        // the panel itself hears Escape, where no dialog stands before it
        <Drawer.Root
          opened
          onClose={close}
          position="right"
          size="min(100%, 480px)"
          closeOnEscape={false}
          transitionProps={{ duration: 0 }}
        >
          <Drawer.Overlay />
          <Drawer.Content aria-label={t("task.opened")}>
            <DialogSessionNotice />
            <Drawer.Body p={0} className={panel.body ?? ""}>
              <TaskPanel key={task.id} caseId={caseId} plan={plan} task={task} onClose={close} />
            </Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      )}
    </div>
  );
}

const OVER = new Set(["CLOSED", "REJECTED", "MERGED", "REDIRECTED"]);

/** How far the plan is, and what can be added to it. */
function Tools({ caseId, plan, now }: { caseId: string; plan: Plan; now: number }) {
  const { t } = useWords();
  const theCase = useCase(caseId).data;
  const over = theCase && isWhole(theCase) && OVER.has(theCase.status) ? t(`board.status.${theCase.status}`) : undefined;
  const [adding, add] = useState<"task" | "playbook" | null>(null);
  const { tasks, gates } = plan;
  const late = tasks.filter((it) => isLate(it, now)).length;
  const closed = gates.filter((it) => !it.open).length;
  const locked = over ? "plan-over" : undefined;
  return (
    <div className={classes.tools}>
      {tasks.length > 0 && <strong>{t("task.done.of", { done: tasks.filter(isSettledTask).length, total: tasks.length })}</strong>}
      {late > 0 && <span className={classes.latesum}>{t("task.late.n", { n: late })}</span>}
      {closed > 0 && <span>{t("task.gates.n", { n: closed })}</span>}
      {over && <span id="plan-over">{t("task.over", { status: over })}</span>}
      <span className={classes.add}>
        <Send
          variant="default"
          size="xs"
          leftSection={<IconListDetails size={15} stroke={1.9} />}
          onClick={() => add("playbook")}
          locked={locked}
        >
          {t("task.playbook.add")}
        </Send>
        <Send variant="default" size="xs" leftSection={<IconPlus size={15} stroke={1.9} />} onClick={() => add("task")} locked={locked}>
          {t("task.add")}
        </Send>
      </span>
      {adding === "task" && <AddTask caseId={caseId} onClose={() => add(null)} />}
      {adding === "playbook" && <AddPlaybook caseId={caseId} laid={plan.playbooks} onClose={() => add(null)} />}
    </div>
  );
}
