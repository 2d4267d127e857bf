import { Checkbox, Radio, TagsInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { useMe } from "../../api/me";
import type { Edits, WholeCase } from "../../api/responder";
import { useWords } from "../../words/useWords";
import { PeopleField } from "../act/PersonField";
import { toFault } from "../act/useServerFaults";
import { EditDialog } from "./EditDialog";
import { useEditing } from "./useEditing";
import classes from "../act/Form.module.css";

type Side = Edits["access"]["establishmentSide"];
const SIDES = ["ALL", "NAMED", "NONE"] as const satisfies Side[];

/** Who may see a case; a lead's. Nobody is locked out for good: the one who restricts, or the lead, stays inside. */
export function AccessDialog({ theCase, onClose }: { theCase: WholeCase; onClose: () => void }) {
  const { t } = useWords();
  const me = useMe();
  const { access } = theCase;
  const [restricted, setRestricted] = useState(access.restricted);
  const [people, setPeople] = useState(
    access.people.length > 0
      ? access.people
      : [...new Set([...(me ? [me.username] : []), ...theCase.people, ...(theCase.lead ? [theCase.lead] : [])])],
  );
  const [side, setSide] = useState<Side>(access.establishmentSide);
  const [named, setNamed] = useState(access.establishmentPeople);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { send, faults, error, sending } = useEditing(theCase, "access", onClose);
  const keyed = (me !== null && people.includes(me.username)) || (!!theCase.lead && people.includes(theCase.lead));
  const locked = restricted && !keyed;
  const submit = () => {
    setTried(true);
    if (locked || !reason.trim()) {
      toFault();
      return;
    }
    send({
      restricted,
      people: restricted ? people : [],
      establishmentSide: side,
      establishmentPeople: side === "NAMED" ? named : [],
      reason: reason.trim(),
    });
  };
  return (
    <EditDialog
      theCase={theCase}
      title={t("case.access")}
      verb={t("case.access.send")}
      onSend={submit}
      onClose={onClose}
      error={error}
      sending={sending}
      {...(restricted && { note: t("case.access.confirm") })}
    >
      <Checkbox label={t("case.access.restricted")} checked={restricted} onChange={(event) => setRestricted(event.currentTarget.checked)} />
      {restricted && (
        <PeopleField
          label={t("case.access.people")}
          description={t("case.access.people.hint")}
          value={people}
          onChange={setPeople}
          acceptValueOnBlur
          error={(tried && locked ? t("case.access.people.missing") : undefined) ?? faults["people"]}
        />
      )}
      <Radio.Group label={t("case.access.side")} value={side} onChange={setSide} classNames={{ label: classes.label ?? "" }}>
        <div className={classes.choices}>
          {SIDES.map((it) => (
            <Radio.Card key={it} value={it} className={classes.choice ?? ""}>
              <Radio.Indicator size="xs" />
              <span>{t(`case.access.side.${it}`)}</span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {side === "NAMED" && (
        <TagsInput
          label={t("case.access.establishmentPeople")}
          description={t("case.access.establishmentPeople.hint")}
          value={named}
          onChange={setNamed}
          acceptValueOnBlur
          error={faults["establishmentPeople"]}
        />
      )}
      <Textarea
        label={t("case.access.reason")}
        autosize
        minRows={2}
        maxLength={4_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={(tried && !reason.trim() ? t("act.missing") : undefined) ?? faults["reason"]}
      />
    </EditDialog>
  );
}
