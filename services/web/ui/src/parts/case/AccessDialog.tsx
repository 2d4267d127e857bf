import { Checkbox, Radio, TagsInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { useMe } from "../../api/me";
import type { Edits, WholeCase } from "../../api/responder";
import { useNameOf } from "../../kit/People";
import { RadioGroup } from "../../kit/RadioGroup";
import { useWords } from "../../words/useWords";
import { Meanwhile, toClash } from "../act/Meanwhile";
import { colleaguesOf } from "../act/colleagues";
import { PeopleField } from "../act/PersonField";
import type { Name } from "../act/touched";
import { toFault } from "../act/useServerFaults";
import { useTouched } from "../act/useTouched";
import { EditDialog } from "./EditDialog";
import { useEditing } from "./useEditing";
import classes from "../act/Form.module.css";

type AccessForm = Omit<WholeCase["access"], "establishments">;
type Side = Edits["access"]["establishmentSide"];
const SIDES = ["ALL", "NAMED", "NONE"] as const satisfies Side[];

/** Who may see a case; a lead's. Nobody is locked out for good: the one who restricts, or the lead, stays inside. */
export function AccessDialog({ theCase, onClose }: { theCase: WholeCase; onClose: () => void }) {
  const { t, list } = useWords();
  const me = useMe();
  const known = useNameOf();
  const nameOf = (subject: string) => theCase.names[subject] ?? known(subject);
  const { establishments: _, ...access } = theCase.access;
  const form = useTouched<AccessForm>(access);
  const { restricted, people, establishmentSide: side, establishmentPeople: named } = form.shown;
  const declarants = colleaguesOf([...theCase.access.establishmentPeople, ...named], nameOf);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { send, faults, error, sending } = useEditing(theCase, "access", onClose);
  /** Of the list, or of one in it. */
  const faultOf = (list: string) => Object.entries(faults).find(([field]) => field === list || field.startsWith(`${list}[`))?.[1];
  const keyed = (me !== null && people.includes(me.subject)) || (!!theCase.lead && people.includes(theCase.lead));
  const locked = restricted && !keyed;
  const restrict = (to: boolean) => {
    form.set("restricted", to);
    const atWork = [...new Set([...(me ? [me.subject] : []), ...theCase.people, ...(theCase.lead ? [theCase.lead] : [])])];
    if (to && people.length === 0) form.set("people", atWork);
  };
  const submit = () => {
    setTried(true);
    if (form.clashes.length > 0) toClash();
    else if (locked || !reason.trim()) toFault();
    else
      send({
        restricted,
        people: restricted ? people : [],
        establishmentSide: side,
        establishmentPeople: side === "NAMED" ? named : [],
        reason: reason.trim(),
      });
  };
  const label = (name: Name<AccessForm>) => t(`case.access.${name === "establishmentSide" ? "side" : name}`);
  const value = (name: Name<AccessForm>, it: AccessForm) => {
    if (name === "restricted") return t(it.restricted ? "kit.tri.YES" : "kit.tri.NO");
    if (name === "establishmentSide") return t(`case.access.side.${it.establishmentSide}`);
    return list(it[name].map(nameOf)) || t("act.meanwhile.nothing");
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
      meanwhile={<Meanwhile form={form} words={{ label, value }} />}
      {...(restricted && { note: t("case.access.confirm") })}
    >
      <Checkbox label={t("case.access.restricted")} checked={restricted} onChange={(event) => restrict(event.currentTarget.checked)} />
      {restricted && (
        <PeopleField
          label={t("case.access.people")}
          description={t("case.access.people.hint")}
          value={people}
          onChange={(subjects) => form.set("people", subjects)}
          acceptValueOnBlur
          error={(tried && locked ? t("case.access.people.missing") : undefined) ?? faultOf("people")}
        />
      )}
      <RadioGroup
        label={t("case.access.side")}
        value={side}
        onChange={(to) => form.set("establishmentSide", to)}
        classNames={{ label: classes.label ?? "" }}
      >
        <div className={classes.choices}>
          {SIDES.map((it) => (
            <Radio.Card key={it} value={it} className={classes.choice ?? ""}>
              <Radio.Indicator size="xs" />
              <span>{t(`case.access.side.${it}`)}</span>
            </Radio.Card>
          ))}
        </div>
      </RadioGroup>
      {side === "NAMED" && (
        <TagsInput
          label={t("case.access.establishmentPeople")}
          description={t("case.access.establishmentPeople.hint")}
          value={named.map(declarants.labelOf)}
          onChange={(labels) => form.set("establishmentPeople", labels.map(declarants.subjectOf))}
          acceptValueOnBlur
          error={faultOf("establishmentPeople")}
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
