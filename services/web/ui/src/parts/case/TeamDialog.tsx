import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useMe } from "../../api/me";
import type { WholeCase } from "../../api/responder";
import { useNameOf } from "../../kit/People";
import { useWords } from "../../words/useWords";
import { Meanwhile, toClash } from "../act/Meanwhile";
import { PeopleField, PersonField } from "../act/PersonField";
import { toFault } from "../act/useServerFaults";
import { useTouched } from "../act/useTouched";
import { EditDialog } from "./EditDialog";
import { leadIsKept, leavesNobody, type TeamForm } from "./team";
import { useEditing } from "./useEditing";

/** Who works on a case, and who leads it. */
export function TeamDialog({ theCase, onClose }: { theCase: WholeCase; onClose: () => void }) {
  const { t, list } = useWords();
  const me = useMe();
  const nameOf = useNameOf();
  const form = useTouched<TeamForm>({ people: theCase.people, lead: theCase.lead ?? "" });
  const { people, lead } = form.shown;
  const [tried, setTried] = useState(false);
  const [sure, setSure] = useState(false);
  const { send, faults, error, sending } = useEditing(theCase, "assignees", onClose);
  const wrong = Object.entries(faults).find(([field]) => field.startsWith("people"))?.[1];
  const leadless = leadIsKept(theCase.status) && !lead.trim();
  const alone = leavesNobody(form.now, form.shown);
  const submit = () => {
    setTried(true);
    if (form.clashes.length > 0) toClash();
    else if (leadless || (alone && !sure)) toFault();
    else
      send({
        ...(form.sent.people && { people }),
        ...(form.sent.lead !== undefined && { lead: lead.trim() || null }),
        ...(alone && { confirmed: true }),
      });
  };
  return (
    <EditDialog
      theCase={theCase}
      title={t("case.people")}
      verb={t("case.people.send")}
      onSend={submit}
      onClose={onClose}
      error={error}
      sending={sending}
      meanwhile={
        <Meanwhile
          form={form}
          words={{
            label: (name) => t(name === "lead" ? "case.people.lead" : "case.people.names"),
            value: (name, { people: team, lead: one }) =>
              list((name === "lead" ? [one] : team).filter(Boolean).map(nameOf)) || t("act.meanwhile.nothing"),
          }}
        />
      }
    >
      <PeopleField
        label={t("case.people.names")}
        description={t("case.people.hint")}
        value={people}
        onChange={(subjects) => form.set("people", subjects)}
        acceptValueOnBlur
        clearable
        clearButtonProps={{ "aria-label": t("kit.clear") }}
        error={wrong}
      />
      {me && !people.includes(me.subject) && (
        <Button variant="default" onClick={() => form.set("people", [...people, me.subject])} style={{ alignSelf: "start" }}>
          {t("case.people.me")}
        </Button>
      )}
      <PersonField
        label={leadIsKept(theCase.status) ? t("case.people.lead") : `${t("case.people.lead")} (${t("act.optional")})`}
        value={lead}
        onChange={(subject) => form.set("lead", subject)}
        error={(tried && leadless ? t("case.people.lead.kept") : undefined) ?? faults["lead"]}
      />
      {alone && !leadless && (
        <Checkbox
          label={t("case.people.nobody")}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          error={tried && !sure ? t("case.people.nobody.sure") : undefined}
        />
      )}
    </EditDialog>
  );
}
