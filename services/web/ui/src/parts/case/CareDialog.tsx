import { ActionIcon, NumberInput, Select, SimpleGrid } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { CareLine, WholeCase } from "../../api/responder";
import { useWords } from "../../words/useWords";
import { Words } from "../act/Choice";
import { EstablishmentField } from "../act/EstablishmentField";
import { isHalfFilled, toFault } from "../act/useServerFaults";
import { WhenField } from "../act/WhenField";
import { EditDialog } from "./EditDialog";
import { useEditing } from "./useEditing";
import classes from "./care.module.css";

const LINES = [
  "EMERGENCY",
  "SAMU",
  "INTENSIVE_CARE",
  "SURGERY",
  "MATERNITY",
  "STROKE",
  "DIALYSIS",
  "RADIOTHERAPY",
  "LABORATORY",
  "IMAGING",
  "PHARMACY",
  "INPATIENT",
] as const satisfies CareLine["line"][];
const STATES = ["NORMAL", "DEGRADED", "DIVERTED", "STOPPED", "UNKNOWN"] as const satisfies CareLine["state"][];
const HARMS = ["NONE", "POTENTIAL", "PROVEN"] as const;
const MODES = ["NORMAL", "DEGRADED", "INTERRUPTED"] as const;

const counted = (n: number | string): number | undefined => (typeof n === "number" ? n : undefined);

/** How care goes on, as codes and numbers: it is what the ARS decides on. */
export function CareDialog({ theCase, onClose }: { theCase: WholeCase; onClose: () => void }) {
  const { t, code } = useWords();
  const { care } = theCase;
  const [patientHarm, setHarm] = useState<string>(care.patientHarm);
  const [careMode, setMode] = useState<string>(care.careMode);
  const [plan, setPlan] = useState(care.plannedWhite === true ? "YES" : care.plannedWhite === false ? "NO" : "");
  const [cancelled, setCancelled] = useState<number | string>(care.cancelledOperations ?? "");
  const [transfers, setTransfers] = useState<number | string>(care.transfers ?? "");
  const [lines, setLines] = useState<CareLine[]>(care.lines);
  const [tried, setTried] = useState(false);
  const { send, faults, error, sending } = useEditing(theCase, "care", onClose);
  const unknown = { value: "UNKNOWN", label: t("act.unknown") };
  const change = (line: CareLine["line"], part: Partial<CareLine>) =>
    setLines((before) => before.map((it) => (it.line === line ? { ...it, ...part } : it)));
  const rest = LINES.filter((line) => !lines.some((it) => it.line === line));
  // the service takes a number that is absent as one that stays: what is known cannot be emptied
  const emptied = (known: number | null | undefined, typed: number | string) => typeof known === "number" && counted(typed) === undefined;
  const noCancelled = emptied(care.cancelledOperations, cancelled);
  const noTransfers = emptied(care.transfers, transfers);
  const submit = () => {
    setTried(true);
    if (noCancelled || noTransfers) {
      toFault();
      return;
    }
    if (isHalfFilled()) return;
    send({
      patientHarm: patientHarm as typeof care.patientHarm,
      careMode: careMode as typeof care.careMode,
      plannedWhite: plan === "" ? null : plan === "YES",
      cancelledOperations: counted(cancelled) ?? null,
      transfers: counted(transfers) ?? null,
      lines: lines.map((it) => ({ ...it, divertedTo: it.state === "DIVERTED" ? (it.divertedTo ?? null) : null })),
    });
  };
  return (
    <EditDialog
      theCase={theCase}
      title={t("case.care.dialog")}
      what={t("case.care.dialog.what")}
      verb={t("case.care.dialog.send")}
      onSend={submit}
      onClose={onClose}
      error={error}
      sending={sending}
      size={720}
    >
      <Words
        label={t("act.qualify.patientHarm")}
        value={patientHarm}
        onChange={setHarm}
        options={[...HARMS.map((value) => ({ value, label: code("act", `qualify.patientHarm.${value}`) })), unknown]}
      />
      <Words
        label={t("act.qualify.careMode")}
        value={careMode}
        onChange={setMode}
        options={[...MODES.map((value) => ({ value, label: code("act", `qualify.careMode.${value}`) })), unknown]}
      />
      <Words
        label={t("case.care.dialog.plannedWhite")}
        value={plan}
        onChange={setPlan}
        options={(["YES", "NO"] as const).map((value) => ({ value, label: t(`kit.tri.${value}`) }))}
      />
      <SimpleGrid cols={2}>
        <NumberInput
          label={t("case.care.cancelled")}
          min={0}
          allowDecimal={false}
          value={cancelled}
          onChange={setCancelled}
          error={(tried && noCancelled ? t("act.missing") : undefined) ?? faults["cancelledOperations"]}
        />
        <NumberInput
          label={t("case.care.transfers")}
          min={0}
          allowDecimal={false}
          value={transfers}
          onChange={setTransfers}
          error={(tried && noTransfers ? t("act.missing") : undefined) ?? faults["transfers"]}
        />
      </SimpleGrid>
      <section aria-labelledby="care-lines">
        <h3 id="care-lines" className={classes.h}>
          {t("case.care.dialog.lines")}
        </h3>
        <ul className={classes.lines}>
          {lines.map((it) => (
            <li key={it.line}>
              <b>{t(`case.line.${it.line}`)}</b>
              <Select
                aria-label={`${t(`case.line.${it.line}`)}, ${t("board.col.status").toLocaleLowerCase()}`}
                data={STATES.map((value) => ({ value, label: t(`case.linestate.${value}`) }))}
                value={it.state}
                onChange={(state) => state && change(it.line, { state })}
                allowDeselect={false}
              />
              <ActionIcon
                variant="subtle"
                color="stone"
                size={34}
                aria-label={t("case.care.dialog.remove", { line: t(`case.line.${it.line}`) })}
                onClick={() => setLines(lines.filter((other) => other.line !== it.line))}
              >
                <IconTrash size={16} stroke={1.7} />
              </ActionIcon>
              <details className={classes.more}>
                <summary>{t("case.care.dialog.more")}</summary>
                <WhenField
                  label={t("case.care.dialog.since")}
                  value={it.since ?? ""}
                  onChange={(since) => change(it.line, { since: since || null })}
                />
                <WhenField
                  label={t("case.care.dialog.expectedReturn")}
                  future
                  value={it.expectedReturn ?? ""}
                  onChange={(back) => change(it.line, { expectedReturn: back || null })}
                />
              </details>
              {it.state === "DIVERTED" && (
                <div className={classes.more}>
                  <EstablishmentField
                    label={`${t("case.care.dialog.divertedTo")} (${t("act.optional")})`}
                    value={it.divertedTo ?? ""}
                    onChange={(divertedTo) => change(it.line, { divertedTo: divertedTo || null })}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
        {rest.length > 0 && (
          <Select
            placeholder={t("case.care.dialog.add")}
            aria-label={t("case.care.dialog.add")}
            data={rest.map((value) => ({ value, label: t(`case.line.${value}`) }))}
            value={null}
            onChange={(line) => line && setLines([...lines, { line, state: "DEGRADED" }])}
          />
        )}
      </section>
    </EditDialog>
  );
}
