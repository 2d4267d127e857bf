import { useNavigate, useParams } from "@tanstack/react-router";
import { useComplement, useDeclaration } from "../api/declarations";
import { responds, useMe } from "../api/me";
import type { Declaration } from "../api/shapes";
import { serverNow } from "../kit/now";
import { useTitle } from "../kit/useTitle";
import { Loaded } from "../kit/Waiting";
import { bodyOf } from "../parts/declare/body";
import { DeclarationForm } from "../parts/declare/DeclarationForm";
import { draftOf } from "../parts/declare/draftOf";
import { useForm } from "../parts/declare/useForm";
import { useWords } from "../words/useWords";

/** More known about a declared incident: a new version, beginning with what the last one said. */
export default function ComplementPage() {
  const { declaration: id } = useParams({ from: "/declarations/$declaration/complement" });
  const query = useDeclaration(id);
  return <Loaded query={query}>{(d) => <Complement key={d.id} declaration={d} />}</Loaded>;
}

function Complement({ declaration: d }: { declaration: Declaration }) {
  const { t } = useWords();
  useTitle(t("declare.more.title"));
  const behalf = responds(useMe());
  const form = useForm(`complement.${d.id}`, draftOf(d));
  const complement = useComplement(d.id);
  const navigate = useNavigate();

  const send = () =>
    complement.mutate(
      { body: { ...bodyOf(form.draft, serverNow()), channel: d.channel }, key: form.draft.key },
      {
        onSuccess: () => {
          form.discard();
          void navigate({ to: "/declarations/$declaration", params: { declaration: d.id } });
        },
      },
    );

  return (
    <DeclarationForm
      form={form}
      behalf={behalf}
      complement
      title={t("declare.more.title")}
      lead={t("declare.more.lead")}
      sendLabel={complement.isPending ? t("declare.form.sending") : t("declare.more.send", { n: d.version + 1 })}
      sending={complement.isPending}
      problem={complement.error}
      onSend={send}
    />
  );
}
