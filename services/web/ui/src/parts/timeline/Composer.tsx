import { Button, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type Ref, useState } from "react";
import { newKey } from "../../api/client";
import type { Entry } from "../../api/entries";
import { type Kind, useWriteNote } from "../../api/lines";
import { keyUsed } from "../../api/problem";
import { KeptNotice } from "../../kit/KeptNotice";
import { useKept } from "../../kit/useKept";
import { useWords } from "../../words/useWords";
import { WhenField } from "../act/WhenField";
import { useServerFaults } from "../act/useServerFaults";
import { KINDS, SIDES } from "./lines";
import { AUDIENCES, begin, CONFIDENCES, type NoteDraft, noteForm, noteOf, readNote, TLPS } from "./noteDraft";
import classes from "./composer.module.css";

const TECHNIQUE = /^T\d{4}(\.\d{3})?$/;
const LONGEST = 10_000;

interface ComposerProps {
  caseId: string;
  corrected: Entry | null;
  /** What is to be written, where one came to write just that. */
  kind: Kind | undefined;
  onDone: () => void;
  text: Ref<HTMLTextAreaElement>;
}

/** A note in one breath: the text, then what it is, when it happened, who may read it. Now and AMBER+STRICT unless changed. */
export function Composer({ caseId, corrected, kind, onDone, text }: ComposerProps) {
  const { t, problem } = useWords();
  const wide = useMediaQuery("(min-width: 1181px)", true, { getInitialValueInEffect: false });
  const [empty] = useState(() => begin(corrected, kind));
  const kept = useKept(noteForm(caseId, corrected, kind), empty, readNote, (note) => note.text === empty.text);
  const draft = kept.value;
  const [tried, setTried] = useState(false);
  const write = useWriteNote(caseId, kept.done);
  const server = useServerFaults(write.error);
  const set = (part: Partial<NoteDraft>) => kept.set({ ...draft, ...part });
  const attacker = draft.side === "ATTACKER";
  const noText = !draft.text.trim();
  const noTime = draft.past && !draft.occurredAt;
  const badTechnique = attacker && draft.technique !== "" && !TECHNIQUE.test(draft.technique);
  const send = () => {
    setTried(true);
    if (noText || noTime || badTechnique) return;
    write.mutate(
      { note: noteOf(draft, corrected), key: draft.key },
      {
        onSuccess: () => {
          kept.restart(begin(corrected));
          setTried(false);
          onDone();
        },
        // what arrived before is a line already: what was typed since is another
        onError: (error) => {
          if (keyUsed(error)) set({ key: newKey() });
        },
      },
    );
  };
  const kinds = KINDS.map((value) => ({ value, label: t(`timeline.kind.${value}`) }));
  return (
    <section className={classes.composer} aria-label={t("timeline.note")}>
      {corrected && (
        <p className={classes.correcting}>
          {t("timeline.note.corrects", { n: corrected.seq })}
          <Button size="compact-sm" variant="subtle" onClick={onDone}>
            {t("timeline.note.instead")}
          </Button>
        </p>
      )}
      <div className={classes.kept}>
        <KeptNotice at={kept.foundAt} onClear={() => kept.restart(begin(corrected, kind))} />
      </div>
      <Textarea
        ref={text}
        aria-label={t("timeline.note")}
        placeholder={t("timeline.note.placeholder")}
        autosize
        minRows={2}
        maxRows={16}
        maxLength={LONGEST}
        variant="unstyled"
        classNames={{ input: classes.text ?? "", error: classes.error ?? "" }}
        value={draft.text}
        error={tried && noText ? t("act.missing") : server["text"]}
        onChange={(event) => set({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <div className={classes.row}>
        {wide ? (
          <SegmentedControl
            size="xs"
            aria-label={t("timeline.note.kind")}
            value={draft.kind}
            onChange={(kind) => set({ kind })}
            data={kinds}
            className={classes.kinds ?? ""}
          />
        ) : (
          <Select
            size="xs"
            aria-label={t("timeline.note.kind")}
            value={draft.kind}
            onChange={(kind) => kind && set({ kind })}
            data={kinds}
            allowDeselect={false}
          />
        )}
        <Select
          size="xs"
          aria-label={t("timeline.note.side")}
          value={draft.side}
          onChange={(side) => side && set({ side })}
          data={SIDES.map((value) => ({ value, label: t(`timeline.note.side.${value}`) }))}
          w={136}
          allowDeselect={false}
        />
        <Select
          size="xs"
          aria-label={t("timeline.note.when")}
          value={draft.past ? "past" : "now"}
          onChange={(when) => set({ past: when === "past" })}
          data={(["now", "past"] as const).map((value) => ({ value, label: t(`timeline.note.${value}`) }))}
          w={136}
          allowDeselect={false}
        />
        <Select
          size="xs"
          aria-label="TLP"
          value={draft.tlp}
          onChange={(tlp) => tlp && set({ tlp })}
          data={TLPS.map((value) => ({ value, label: `TLP:${value.replace("_", "+")}` }))}
          w={158}
          allowDeselect={false}
        />
        <Select
          size="xs"
          aria-label={t("timeline.note.audience")}
          value={draft.audience}
          onChange={(audience) => audience && set({ audience })}
          data={AUDIENCES.map((value) => ({ value, label: t(`timeline.note.audience.${value}`) }))}
          w={162}
          allowDeselect={false}
        />
        {attacker && (
          <TextInput
            size="xs"
            aria-label={t("timeline.note.technique")}
            placeholder={t("timeline.note.technique")}
            value={draft.technique}
            error={badTechnique && tried ? t("timeline.note.technique.bad") : undefined}
            onChange={(event) => set({ technique: event.currentTarget.value.trim() })}
            w={200}
          />
        )}
        {attacker && (
          <Select
            size="xs"
            aria-label={t("timeline.note.confidence")}
            placeholder={t("timeline.note.confidence")}
            value={draft.confidence}
            onChange={(confidence) => set({ confidence })}
            data={CONFIDENCES.map((value) => ({ value, label: t(`timeline.confidence.${value}`) }))}
            w={120}
            clearable
            clearButtonProps={{ "aria-label": t("kit.clear") }}
          />
        )}
        <Button size="xs" className={classes.send ?? ""} loading={write.isPending} onClick={send}>
          {t(corrected ? "timeline.note.send.correction" : "timeline.note.send")}
        </Button>
      </div>
      {draft.past && (
        <div className={classes.when}>
          <WhenField
            label={t("timeline.note.occurred")}
            value={draft.occurredAt}
            onChange={(occurredAt) => set({ occurredAt })}
            error={tried && noTime ? t("act.missing") : server["occurredAt"]}
          />
        </div>
      )}
      {write.isError && (
        <p className={classes.failed} role="alert">
          {keyUsed(write.error) ? t("timeline.note.arrived") : problem(write.error)}
        </p>
      )}
      <p className={classes.hint} data-shared={draft.audience === "ESTABLISHMENT" || undefined}>
        {t(draft.audience === "ESTABLISHMENT" ? "timeline.note.shared" : "timeline.note.hint")}
      </p>
    </section>
  );
}
