import { NumberInput, SimpleGrid } from "@mantine/core";
import { useState } from "react";
import type { WholeCase } from "../../api/responder";
import { useWords } from "../../words/useWords";
import { Words } from "../act/Choice";
import { fallen } from "../act/falls";
import { FallReason } from "../act/FallReason";
import { Meanwhile, toClash } from "../act/Meanwhile";
import { isHalfFilled, toFault } from "../act/useServerFaults";
import { useTouched } from "../act/useTouched";
import { type CareForm, careEdit, careForm } from "./careForm";
import { CareLines } from "./CareLines";
import { useCareWords } from "./careWords";
import { EditDialog } from "./EditDialog";
import { useEditing } from "./useEditing";

const HARMS = ["NONE", "POTENTIAL", "PROVEN"] as const;
const MODES = ["NORMAL", "DEGRADED", "INTERRUPTED"] as const;

const counted = (n: number | string): number | null => (typeof n === "number" ? n : null);

/** How care goes on, as codes and numbers: it is what the ARS decides on. */
export function CareDialog({ theCase, onClose }: { theCase: WholeCase; onClose: () => void }) {
  const { t, code } = useWords();
  const words = useCareWords();
  const form = useTouched<CareForm>(careForm(theCase.care));
  const { shown, sent, now, set } = form;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { send, faults, error, sending } = useEditing(theCase, "care", onClose);
  const unknown = { value: "UNKNOWN", label: t("act.unknown") };
  const falling = fallen(now, shown);
  const unsaid = falling.length > 0 && !reason.trim();
  // the service takes a number that is absent as one that stays: what is known cannot be emptied
  const emptied = (name: "cancelledOperations" | "transfers") => now[name] !== null && shown[name] === null;
  const submit = () => {
    setTried(true);
    if (form.clashes.length > 0) toClash();
    else if (emptied("cancelledOperations") || emptied("transfers") || unsaid) toFault();
    else if (!isHalfFilled()) send({ ...careEdit(sent, shown), ...(falling.length > 0 && { reason: reason.trim() }) });
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
      meanwhile={<Meanwhile form={form} words={words} />}
    >
      <Words
        label={t("act.qualify.patientHarm")}
        value={shown.patientHarm}
        onChange={(value) => set("patientHarm", value as CareForm["patientHarm"])}
        options={[...HARMS.map((value) => ({ value, label: code("act", `qualify.patientHarm.${value}`) })), unknown]}
      />
      <Words
        label={t("act.qualify.careMode")}
        value={shown.careMode}
        onChange={(value) => set("careMode", value as CareForm["careMode"])}
        options={[...MODES.map((value) => ({ value, label: code("act", `qualify.careMode.${value}`) })), unknown]}
      />
      {falling.length > 0 && (
        <FallReason
          falling={falling}
          value={reason}
          onChange={setReason}
          error={(tried && unsaid ? t("act.missing") : undefined) ?? faults["reason"]}
        />
      )}
      <Words
        label={t("case.care.dialog.plannedWhite")}
        value={shown.plannedWhite === null ? "" : shown.plannedWhite ? "YES" : "NO"}
        onChange={(value) => set("plannedWhite", value === "YES")}
        options={(["YES", "NO"] as const).map((value) => ({ value, label: t(`kit.tri.${value}`) }))}
      />
      <SimpleGrid cols={2}>
        {(["cancelledOperations", "transfers"] as const).map((name) => (
          <NumberInput
            key={name}
            label={t(`case.care.dialog.${name}`)}
            min={0}
            allowDecimal={false}
            value={shown[name] ?? ""}
            onChange={(n) => set(name, counted(n))}
            error={(tried && emptied(name) ? t("act.missing") : undefined) ?? faults[name]}
          />
        ))}
      </SimpleGrid>
      <CareLines form={form} />
    </EditDialog>
  );
}
