import { Button } from "@mantine/core";
import { useState } from "react";
import { useMe } from "../../api/me";
import type { WholeCase } from "../../api/responder";
import { useWords } from "../../words/useWords";
import { PeopleField, PersonField } from "../act/PersonField";
import { EditDialog } from "./EditDialog";
import { useEditing } from "./useEditing";

/** Who works on a case, and who leads it. */
export function TeamDialog({ theCase, onClose }: { theCase: WholeCase; onClose: () => void }) {
  const { t } = useWords();
  const me = useMe();
  const [people, setPeople] = useState(theCase.people);
  const [lead, setLead] = useState(theCase.lead ?? "");
  const { send, faults, error, sending } = useEditing(theCase, "assignees", onClose);
  const wrong = Object.entries(faults).find(([field]) => field.startsWith("people"))?.[1];
  return (
    <EditDialog
      theCase={theCase}
      title={t("case.people")}
      verb={t("case.people.send")}
      onSend={() => send({ people, ...(lead.trim() && { lead: lead.trim() }) })}
      onClose={onClose}
      error={error}
      sending={sending}
    >
      <PeopleField
        label={t("case.people.names")}
        description={t("case.people.hint")}
        value={people}
        onChange={setPeople}
        acceptValueOnBlur
        clearable
        clearButtonProps={{ "aria-label": t("kit.clear") }}
        error={wrong}
      />
      {me && !people.includes(me.username) && (
        <Button variant="default" onClick={() => setPeople([...people, me.username])} style={{ alignSelf: "start" }}>
          {t("case.people.me")}
        </Button>
      )}
      <PersonField label={`${t("case.people.lead")} (${t("act.optional")})`} value={lead} onChange={setLead} error={faults["lead"]} />
    </EditDialog>
  );
}
