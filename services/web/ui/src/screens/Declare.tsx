import { useNavigate } from "@tanstack/react-router";
import { useDeclare } from "../api/declarations";
import { responds, useMe } from "../api/me";
import { serverNow } from "../kit/now";
import { answerIn } from "../kit/text";
import { useTitle } from "../kit/useTitle";
import { Worded } from "../kit/Worded";
import { bodyOf } from "../parts/declare/body";
import { DeclarationForm } from "../parts/declare/DeclarationForm";
import { useForm } from "../parts/declare/useForm";
import { useWords } from "../words/useWords";

/** A new declaration: by the establishment itself, or by a responder who has somebody on the phone. */
export default function DeclarePage() {
  return (
    <Worded pack="form">
      <Declare />
    </Worded>
  );
}

function Declare() {
  const { t } = useWords();
  const me = useMe();
  const behalf = responds(me);
  const title = t(behalf ? "declare.form.title.behalf" : "declare.form.title");
  useTitle(title);
  const form = useForm("declare", behalf ? {} : { name: me?.name ?? "" });
  const declare = useDeclare();
  const navigate = useNavigate();

  // a name that was emptied blocks nobody: who is signed in is known
  const draft = { ...form.draft, name: answerIn(form.draft.name) || (behalf ? "" : (me?.name ?? "")) };
  const send = () =>
    declare.mutate(
      { said: bodyOf(draft, serverNow()), key: form.draft.key },
      {
        onSuccess: (declaration) => {
          form.discard();
          void navigate({ to: "/declarations/$declaration", params: { declaration: declaration.id } });
        },
      },
    );

  return (
    <DeclarationForm
      form={form}
      behalf={behalf}
      title={title}
      lead={t(behalf ? "declare.form.lead.behalf" : "declare.form.lead")}
      sendLabel={t(declare.isPending ? "declare.form.sending" : behalf ? "declare.form.send.behalf" : "declare.form.send")}
      sending={declare.isPending}
      problem={declare.error}
      onSend={send}
    />
  );
}
