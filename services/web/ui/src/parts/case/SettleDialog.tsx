import { Checkbox, Radio, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Deadline, Edits, WholeCase } from "../../api/responder";
import { Countdown } from "../../kit/Countdown";
import { serverNow, useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import { toFault } from "../act/useServerFaults";
import { WhenField } from "../act/WhenField";
import { EditDialog } from "./EditDialog";
import { useEditing } from "./useEditing";
import classes from "../act/Form.module.css";

type Said = Edits["deadlines"]["status"];
const WAYS = ["MET", "MET_LATE", "NOT_DONE", "NOT_APPLICABLE"] as const satisfies Said[];
/** Only GDPR knows a first notice that is completed later. */
const PARTIAL = "GDPR_33";

interface SettleDialogProps {
  theCase: WholeCase;
  clock: Deadline;
  onClose: () => void;
}

/** A person says how a clock stands: done, late, not done, or that it does not apply. */
export function SettleDialog({ theCase, clock, onClose }: SettleDialogProps) {
  const { t, code } = useWords();
  const now = useNow();
  const settled = (WAYS as readonly Said[]).includes(clock.status);
  const [status, setStatus] = useState<Said | "">(settled ? clock.status : "");
  const [at, setAt] = useState(clock.at ?? "");
  const [reference, setReference] = useState(clock.reference ?? "");
  const [reason, setReason] = useState(clock.reason ?? "");
  const [partial, setPartial] = useState(clock.partial);
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
    >
      <p className={classes.hint}>
        <Countdown clock={clock} now={now} aim stop={false} /> {place && theCase.affected.length > 1 && `· ${place}`}
        {clock.by && ` · ${t("case.clock.by", { name: clock.by })}`}
      </p>
      <Radio.Group
        label={t("case.settle.status")}
        value={status}
        onChange={setStatus}
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
      </Radio.Group>
      {done && <WhenField label={t("case.settle.at")} value={at} onChange={setAt} error={fault("at")} />}
      {done && (
        <TextInput
          label={`${t("case.settle.reference")} (${t("act.optional")})`}
          maxLength={100}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
          error={faults["reference"]}
        />
      )}
      {done && clock.regime === PARTIAL && (
        <Checkbox label={t("case.settle.partial")} checked={partial} onChange={(event) => setPartial(event.currentTarget.checked)} />
      )}
      {reasoned && (
        <Textarea
          label={t("case.settle.reason")}
          autosize
          minRows={2}
          maxLength={4_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fault("reason")}
        />
      )}
    </EditDialog>
  );
}
