import { Checkbox, Radio, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Deadline, Edits, WholeCase } from "../../api/responder";
import { Countdown } from "../../kit/Countdown";
import { serverNow, useNow } from "../../kit/now";
import { RadioGroup } from "../../kit/RadioGroup";
import { useWords } from "../../words/useWords";
import { Meanwhile, toClash } from "../act/Meanwhile";
import type { Name } from "../act/touched";
import { toFault } from "../act/useServerFaults";
import { useTouched } from "../act/useTouched";
import { WhenField } from "../act/WhenField";
import { EditDialog } from "./EditDialog";
import { useEditing } from "./useEditing";
import classes from "../act/Form.module.css";

type Said = Edits["deadlines"]["status"];
const WAYS = ["MET", "MET_LATE", "NOT_DONE", "NOT_APPLICABLE"] as const satisfies Said[];
/** Only GDPR knows a first notice that is completed later. */
const PARTIAL = "GDPR_33";

interface SettleForm {
  status: Said | "";
  at: string;
  reference: string;
  reason: string;
  partial: boolean;
}

interface SettleDialogProps {
  theCase: WholeCase;
  clock: Deadline;
  onClose: () => void;
}

/** A person says how a clock stands: done, late, not done, or that it does not apply. */
export function SettleDialog({ theCase, clock, onClose }: SettleDialogProps) {
  const { t, code, full } = useWords();
  const now = useNow();
  const settled = (WAYS as readonly Said[]).includes(clock.status);
  const form = useTouched<SettleForm>({
    status: settled ? clock.status : "",
    at: clock.at ?? "",
    reference: clock.reference ?? "",
    reason: clock.reason ?? "",
    partial: clock.partial,
  });
  const { set } = form;
  const { status, at, reference, reason, partial } = form.shown;
  const [tried, setTried] = useState(false);
  const { send, faults, error, sending } = useEditing(theCase, "deadlines", onClose);

  const done = status === "MET" || status === "MET_LATE";
  const ways: Said[] = clock.status === "TO_ASSESS" || clock.status === "NOT_APPLICABLE" ? ["RUNNING", ...WAYS] : [...WAYS];
  const reasoned = status !== "" && status !== "RUNNING" && status !== "MET";
  const wrong = {
    status: status === "" ? t("act.missing.choice") : undefined,
    at: done && !at ? t("act.missing") : done && Date.parse(at) > serverNow() + 60_000 ? t("act.future") : undefined,
    reason: reasoned && !reason.trim() ? t("act.missing") : undefined,
  };
  const fault = (name: keyof typeof wrong) => (tried ? wrong[name] : undefined) ?? faults[name];
  const submit = () => {
    setTried(true);
    if (form.clashes.length > 0) {
      toClash();
      return;
    }
    if (status === "" || wrong.at || wrong.reason) {
      toFault();
      return;
    }
    send({
      establishment: clock.establishment,
      regime: clock.regime,
      status,
      ...(done && { at }),
      ...(done && reference.trim() && { reference: reference.trim() }),
      ...(reason.trim() && status !== "RUNNING" && { reason: reason.trim() }),
      ...(done && clock.regime === PARTIAL && { partial }),
    });
  };
  const value = (name: Name<SettleForm>, it: SettleForm) => {
    if (name === "status") return it.status === "" ? t("act.meanwhile.nothing") : code("case.settle.status", it.status);
    if (name === "partial") return t(it.partial ? "kit.tri.YES" : "kit.tri.NO");
    return name === "at" && it.at ? full(it.at) : it[name] || t("act.meanwhile.nothing");
  };
  const place = theCase.affected.find((it) => it.finess === clock.establishment)?.name;
  return (
    <EditDialog
      theCase={theCase}
      title={code("kit.regime", `${clock.regime}.long`)}
      verb={t("case.settle.send")}
      onSend={submit}
      onClose={onClose}
      error={error}
      sending={sending}
      note={t("case.settle.liable")}
      meanwhile={<Meanwhile form={form} words={{ label: (name) => t(`case.settle.${name}`), value }} />}
    >
      <p className={classes.hint}>
        <Countdown clock={clock} now={now} aim stop={false} /> {place && theCase.affected.length > 1 && `· ${place}`}
        {clock.by && ` · ${t("case.clock.by", { name: theCase.names[clock.by] ?? clock.by })}`}
      </p>
      <RadioGroup
        label={t("case.settle.status")}
        value={status}
        onChange={(to) => set("status", to)}
        error={fault("status")}
        classNames={{ label: classes.label ?? "" }}
      >
        <div className={classes.choices}>
          {ways.map((way) => (
            <Radio.Card key={way} value={way} className={classes.choice ?? ""}>
              <Radio.Indicator size="xs" />
              <span>
                <b>{code("case.settle.status", way)}</b>, {code("case.settle.status", `${way}.hint`)}
              </span>
            </Radio.Card>
          ))}
        </div>
      </RadioGroup>
      {done && <WhenField label={t("case.settle.at")} value={at} onChange={(to) => set("at", to)} error={fault("at")} />}
      {done && (
        <TextInput
          label={`${t("case.settle.reference")} (${t("act.optional")})`}
          maxLength={100}
          value={reference}
          onChange={(event) => set("reference", event.currentTarget.value)}
          error={faults["reference"]}
        />
      )}
      {done && clock.regime === PARTIAL && (
        <Checkbox label={t("case.settle.partial")} checked={partial} onChange={(event) => set("partial", event.currentTarget.checked)} />
      )}
      {reasoned && (
        <Textarea
          label={t("case.settle.reason")}
          autosize
          minRows={2}
          maxLength={4_000}
          value={reason}
          onChange={(event) => set("reason", event.currentTarget.value)}
          error={fault("reason")}
        />
      )}
    </EditDialog>
  );
}
