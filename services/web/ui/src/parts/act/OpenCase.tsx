import { Button, Checkbox, Radio, Select, Textarea } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type NewCase, useOpenCase } from "../../api/responder";
import { Dialog } from "../../kit/Dialog";
import { serverNow } from "../../kit/now";
import { KeptNotice } from "../../kit/KeptNotice";
import { Send } from "../../kit/Send";
import { texts, useKept } from "../../kit/useKept";
import { RadioGroup } from "../../kit/RadioGroup";
import { useWords } from "../../words/useWords";
import { board } from "../board/useBoard";
import { EstablishmentField } from "./EstablishmentField";
import { TYPES } from "./types";
import { toFault, useServerFaults } from "./useServerFaults";
import { WhenField } from "./WhenField";
import classes from "./Form.module.css";

const SOURCES = ["THIRD_PARTY_WARNING", "PHONE_CALL", "CERT_SANTE", "MONITORING", "PRESS", "OTHER"] as const satisfies NewCase["source"][];
const LEAST = 20;

interface Draft {
  establishment: string;
  source: NewCase["source"] | "";
  discoveredAt: string;
  incidentType: string;
  description: string;
  exercise: boolean;
}
const EMPTY: Draft = { establishment: "", source: "", discoveredAt: "", incidentType: "", description: "", exercise: false };

/** What was kept of the form, as far as it is one. */
function readDraft(stored: unknown): Draft | null {
  if (typeof stored !== "object" || stored === null) return null;
  const { exercise, ...rest } = { ...EMPTY, ...stored };
  const { establishment, source, discoveredAt, incidentType, description } = texts(rest) ?? {};
  const known = source === "" || SOURCES.some((it) => it === source);
  if (typeof exercise !== "boolean" || !known || [establishment, discoveredAt, incidentType, description].includes(undefined)) return null;
  return { ...EMPTY, ...stored };
}

/** Opens a case before any declaration: somebody else knew first. */
export function OpenCase({ onClose }: { onClose: () => void }) {
  const { t, problem } = useWords();
  const kept = useKept("open-case", EMPTY, readDraft);
  const draft = kept.value;
  const [tried, setTried] = useState(false);
  const open = useOpenCase();
  const navigate = useNavigate();
  const server = useServerFaults(open.error);
  const set = (part: Partial<Draft>) => kept.set({ ...draft, ...part });
  const short = LEAST - draft.description.trim().length;
  const faults: Record<string, string | undefined> = {
    establishment: draft.establishment ? undefined : t("act.missing.choice"),
    source: draft.source ? undefined : t("act.missing.choice"),
    discoveredAt: !draft.discoveredAt
      ? t("act.missing")
      : Date.parse(draft.discoveredAt) > serverNow() + 60_000
        ? t("act.future")
        : undefined,
    description: short > 0 ? t("act.new.description.short", { n: short }) : undefined,
  };
  const fault = (name: string) => (tried ? faults[name] : undefined) ?? server[name];
  const submit = () => {
    setTried(true);
    if (draft.source === "" || Object.values(faults).some(Boolean)) {
      toFault();
      return;
    }
    const { incidentType, ...rest } = draft;
    const how = { ...rest, description: draft.description.trim(), source: draft.source, ...(incidentType && { incidentType }) } as NewCase;
    open.mutate(how, {
      onSuccess: (theCase) => {
        board.keep(theCase);
        kept.done();
        onClose();
        void navigate({ to: "/cases/$case", params: { case: theCase.reference } });
      },
    });
  };
  return (
    <Dialog
      title={t("act.new")}
      onClose={onClose}
      keep={draft !== EMPTY}
      foot={
        <>
          {open.error && Object.keys(server).length === 0 && (
            <p className={classes.failed} role="alert">
              {problem(open.error)}
            </p>
          )}
          <div className={classes.buttons}>
            <p>{t("act.ars")}</p>
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Send onClick={submit} loading={open.isPending}>
              {t("act.new.send")}
            </Send>
          </div>
        </>
      }
    >
      <KeptNotice at={kept.foundAt} onClear={() => kept.restart()} />
      <p className={classes.what}>{t("act.new.what")}</p>
      <div className={classes.form}>
        <EstablishmentField
          label={t("act.new.establishment")}
          value={draft.establishment}
          onChange={(establishment) => set({ establishment })}
          error={fault("establishment")}
        />
        <RadioGroup
          label={t("act.new.source")}
          value={draft.source}
          onChange={(source) => set({ source })}
          error={fault("source")}
          classNames={{ label: classes.label ?? "" }}
        >
          <div className={classes.pairs}>
            {SOURCES.map((source) => (
              <Radio.Card key={source} value={source} className={classes.choice ?? ""}>
                <Radio.Indicator size="xs" />
                <span>{t(`act.new.source.${source}`)}</span>
              </Radio.Card>
            ))}
          </div>
        </RadioGroup>
        <WhenField
          label={t("act.new.discoveredAt")}
          hint={t("act.new.discoveredAt.hint")}
          value={draft.discoveredAt}
          onChange={(discoveredAt) => set({ discoveredAt })}
          error={fault("discoveredAt")}
        />
        <Select
          label={`${t("act.new.incidentType")} (${t("act.optional")})`}
          data={TYPES.map((value) => ({ value, label: t(`kit.type.${value}`) }))}
          value={draft.incidentType || null}
          onChange={(incidentType) => set({ incidentType: incidentType ?? "" })}
          searchable
          clearable
        />
        <Textarea
          label={t("act.new.description")}
          description={t("act.new.description.hint")}
          autosize
          minRows={3}
          maxLength={10_000}
          value={draft.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
          error={fault("description")}
        />
        <Checkbox
          label={t("act.new.exercise")}
          checked={draft.exercise}
          onChange={(event) => set({ exercise: event.currentTarget.checked })}
        />
      </div>
    </Dialog>
  );
}
