import { Button, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { isWhole, useCase } from "../../api/responder";
import { type NewTask, type Phase, useAddTask } from "../../api/taskCommands";
import { Dialog } from "../../kit/Dialog";
import { useWords } from "../../words/useWords";
import { useReason } from "../act/useReason";
import { isHalfFilled, toFault } from "../act/useServerFaults";
import { WhenField } from "../act/WhenField";
import { Problem } from "../../api/problem";
import { PHASES } from "./plan";
import classes from "./panel.module.css";

const PRIORITIES = ["MANDATORY", "DEFERRABLE", "SECONDARY"] as const;
const AUDIENCES = ["RESPONDERS", "ESTABLISHMENT"] as const;
const ORDER: ("label" | "description" | "error" | "input")[] = ["label", "description", "error", "input"];

/** A task that no playbook has. */
export function AddTask({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t, problem } = useWords();
  const reason = useReason();
  const theCase = useCase(caseId).data;
  const places = theCase && isWhole(theCase) ? theCase.affected : [];
  const add = useAddTask(caseId);
  const [title, setTitle] = useState("");
  const [what, setWhat] = useState("");
  const [phase, setPhase] = useState<Phase | null>(null);
  const [priority, setPriority] = useState<(typeof PRIORITIES)[number]>("DEFERRABLE");
  const [audience, setAudience] = useState<(typeof AUDIENCES)[number]>("RESPONDERS");
  const [establishment, setEstablishment] = useState("");
  const [dueAt, setDueAt] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!title.trim() || !phase) {
      toFault();
      return;
    }
    if (isHalfFilled()) return;
    const task: NewTask = {
      title: title.trim(),
      phase,
      priority,
      audience,
      ...(what.trim() && { what: what.trim() }),
      ...(audience === "ESTABLISHMENT" && establishment && { establishment }),
      ...(dueAt && { dueAt }),
    };
    add.mutate(task, { onSuccess: onClose });
  };
  const error = add.error;
  return (
    <Dialog
      title={t("task.add")}
      onClose={onClose}
      keep={title !== "" || what !== ""}
      foot={
        <>
          {error && (
            <p className={classes.bad} role="alert">
              {error instanceof Problem && error.reasons.length > 0 ? error.reasons.map(reason).join(" ") : problem(error)}
            </p>
          )}
          <div className={classes.buttons}>
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Button loading={add.isPending} onClick={submit}>
              {t("task.add.send")}
            </Button>
          </div>
        </>
      }
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          label={t("task.add.title")}
          inputWrapperOrder={ORDER}
          maxLength={200}
          autoComplete="off"
          error={tried && !title.trim() ? t("act.missing") : undefined}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={`${t("task.add.what")} (${t("act.optional")})`}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={600}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <Select
          label={t("task.add.phase")}
          inputWrapperOrder={ORDER}
          data={PHASES.map((value) => ({ value, label: t(`reason.phase.${value}`) }))}
          value={phase}
          allowDeselect={false}
          error={tried && !phase ? t("act.missing") : undefined}
          onChange={setPhase}
        />
        <Radio.Group label={t("task.priority")} value={priority} onChange={setPriority}>
          <div className={classes.choices}>
            {PRIORITIES.map((it) => (
              <Radio key={it} value={it} label={t(`task.priority.${it}`)} />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group label={t("task.audience")} value={audience} onChange={setAudience}>
          <div className={classes.choices}>
            {AUDIENCES.map((it) => (
              <Radio key={it} value={it} label={t(`task.audience.${it}`)} />
            ))}
          </div>
        </Radio.Group>
        {audience === "ESTABLISHMENT" && places.length > 1 && (
          <Select
            label={t("task.add.establishment")}
            data={[{ value: "", label: t("task.add.everybody") }, ...places.map(({ finess, name }) => ({ value: finess, label: name }))]}
            value={establishment}
            allowDeselect={false}
            onChange={(to) => setEstablishment(to ?? "")}
          />
        )}
        <WhenField label={`${t("task.due.when")} (${t("act.optional")})`} value={dueAt} onChange={setDueAt} future />
      </form>
    </Dialog>
  );
}
