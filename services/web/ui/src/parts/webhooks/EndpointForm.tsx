import { Button, Checkbox, MultiSelect, Select, TagsInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { Problem } from "../../api/problem";
import { useNewWebhook, useWebhookCommand, type Webhook, webhookCommands } from "../../api/webhooks";
import { Dialog } from "../../kit/Dialog";
import { useWords } from "../../words/useWords";
import { toFault } from "../act/useServerFaults";
import { type Draft, draftOf, faultsOf } from "./standing";
import type { Shown } from "./SecretOnce";
import { useRefusal } from "./useRefusal";
import classes from "./EndpointForm.module.css";

interface EndpointFormProps {
  /** The one that is changed; absent: a new one. */
  webhook?: Webhook;
  onClose: () => void;
  onSecret: (shown: Shown) => void;
}

const DEPARTMENTS = ["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"];
const LEVELS = ["MINOR", "MAJOR", "CRISIS"] as const;
const SUGGESTED = [
  "*",
  "case.*",
  "task.*",
  "tasks.*",
  "case.opened",
  "case.qualified",
  "case.care-changed",
  "case.closed",
  "timeline.anchored",
];
const ORDER: ("label" | "description" | "error" | "input")[] = ["label", "description", "error", "input"];

/** A new endpoint, or what is said of one. */
export function EndpointForm({ webhook, onClose, onSecret }: EndpointFormProps) {
  const { t, code, problem } = useWords();
  const refusal = useRefusal();
  const [draft, setDraft] = useState<Draft>(() => draftOf(webhook));
  const [touched, setTouched] = useState(false);
  const [tried, setTried] = useState(false);
  const create = useNewWebhook();
  const change = useWebhookCommand(webhookCommands.change);
  const set = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setTouched(true);
  };
  const faults = faultsOf(draft);
  const moves = webhook !== undefined && draft.url.trim() !== webhook.url;
  const error = create.error ?? change.error;
  const refusedUrl = error instanceof Problem && error.errors.some((it) => it.field === "url");
  const errorOf = (field: keyof typeof faults) => (tried && faults[field] ? t(faults[field]) : undefined);

  const submit = () => {
    // Enter pressed twice is one endpoint: a second answer would come without the secret
    if (create.isPending || change.isPending) return;
    setTried(true);
    if (Object.keys(faults).length > 0) {
      toFault();
      return;
    }
    const sent = {
      ...draft,
      description: draft.description.trim(),
      url: draft.url.trim(),
      minimumSeverity: draft.minimumSeverity || null,
    };
    const onSuccess = (after: Webhook) => {
      onClose();
      if (after.secret) onSecret({ webhook: after, secret: after.secret, by: webhook ? "move" : "create" });
    };
    if (webhook) change.mutate({ id: webhook.id, ...sent }, { onSuccess });
    else create.mutate(sent, { onSuccess });
  };

  return (
    <Dialog
      title={t(webhook ? "webhooks.form.edit" : "webhooks.form.new")}
      onClose={onClose}
      keep={touched}
      foot={
        <>
          {error && (
            <p className={classes.failed} role="alert">
              {refusedUrl
                ? t("webhooks.form.refused")
                : error instanceof Problem && error.reasons.length > 0
                  ? refusal(error)
                  : problem(error)}
            </p>
          )}
          <div className={classes.buttons}>
            <Button variant="default" onClick={onClose}>
              {t("webhooks.cancel")}
            </Button>
            <Button onClick={submit} loading={create.isPending || change.isPending}>
              {t(webhook ? "webhooks.form.save" : "webhooks.form.create")}
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
          label={t("webhooks.form.name")}
          description={t("webhooks.form.name.hint")}
          inputWrapperOrder={ORDER}
          value={draft.description}
          maxLength={200}
          error={errorOf("description")}
          onChange={(event) => set({ description: event.currentTarget.value })}
          autoComplete="off"
        />
        <TextInput
          label={t("webhooks.form.url")}
          description={t(moves ? "webhooks.form.url.moves" : "webhooks.form.url.hint")}
          inputWrapperOrder={ORDER}
          type="url"
          value={draft.url}
          maxLength={2_048}
          error={errorOf("url") ?? (refusedUrl ? t("webhooks.fault.refused") : undefined)}
          onChange={(event) => set({ url: event.currentTarget.value })}
          autoComplete="off"
        />
        <TagsInput
          label={t("webhooks.events")}
          description={t("webhooks.form.events.hint")}
          inputWrapperOrder={ORDER}
          data={SUGGESTED}
          value={draft.events}
          maxTags={30}
          error={errorOf("events")}
          onChange={(events) => set({ events })}
        />
        <MultiSelect
          label={t("webhooks.departments")}
          description={t("webhooks.form.departments.hint")}
          inputWrapperOrder={ORDER}
          data={[...new Set([...DEPARTMENTS, ...draft.departments])].map((value) => ({
            value,
            label: `${code("board.department", value)} (${value})`,
          }))}
          value={draft.departments}
          onChange={(departments) => set({ departments })}
          searchable
          clearable
          clearButtonProps={{ "aria-label": t("kit.clear") }}
        />
        <Select
          label={t("webhooks.minimum")}
          description={t("webhooks.form.minimum.hint")}
          inputWrapperOrder={ORDER}
          data={[
            { value: "", label: t("webhooks.minimum.none") },
            ...LEVELS.map((value) => ({ value, label: t(`kit.severity.${value}`) })),
          ]}
          value={draft.minimumSeverity}
          allowDeselect={false}
          onChange={(level) => set({ minimumSeverity: level ?? "" })}
        />
        <Checkbox
          label={t("webhooks.form.exercise")}
          checked={draft.exercise}
          onChange={(event) => set({ exercise: event.currentTarget.checked })}
        />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
