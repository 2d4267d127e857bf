import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { newKey } from "../api/client";
import { useComplement, useDeclaration } from "../api/declarations";
import { responds, useMe } from "../api/me";
import { keyUsed } from "../api/problem";
import type { Declaration } from "../api/declarations";
import { serverNow } from "../kit/now";
import { useTitle } from "../kit/useTitle";
import { Loaded } from "../kit/Waiting";
import { Worded } from "../kit/Worded";
import { DeclarationForm } from "../parts/declare/DeclarationForm";
import { changesOf, complementOf } from "../parts/declare/draftOf";
import { EndedNotice } from "../parts/declare/EndedNotice";
import { goTo } from "../parts/declare/goTo";
import { useForm } from "../parts/declare/useForm";
import { useWords } from "../words/useWords";

/** More known about a declared incident: a new version, beginning with what the last one said. */
export default function ComplementPage() {
  const { declaration: id } = useParams({ from: "/declarations/$declaration/complement" });
  const query = useDeclaration(id);
  return (
    <Loaded query={query}>
      {(d) => (
        <Worded pack="form">
          <Complement key={d.id} declaration={d} />
        </Worded>
      )}
    </Loaded>
  );
}

function Complement({ declaration: d }: { declaration: Declaration }) {
  const { t } = useWords();
  useTitle(t("declare.more.title"));
  const behalf = responds(useMe());
  const form = useForm(`complement.${d.id}`, complementOf(d));
  const complement = useComplement(d.id);
  const navigate = useNavigate();
  const { about } = useSearch({ from: "/declarations/$declaration/complement" });
  useEffect(() => {
    if (about) goTo(`about-${about}`);
  }, [about]);

  const send = () =>
    complement.mutate(
      {
        said: {
          version: d.version,
          ...(behalf && d.channel !== "PORTAL" && { channel: d.channel }),
          ...changesOf(form.draft, d, serverNow()),
        },
        key: form.draft.key,
      },
      {
        onSuccess: () => {
          form.discard();
          void navigate({ to: "/declarations/$declaration", params: { declaration: d.id } });
        },
        // sent again it is a version of its own; what the first attempt has said already makes none
        onError: (error) => {
          if (keyUsed(error)) form.answer({ key: newKey() });
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
      notice={<EndedNotice declaration={d} behalf={behalf} />}
      sendLabel={complement.isPending ? t("declare.form.sending") : t("declare.more.send", { n: d.version + 1 })}
      sending={complement.isPending}
      problem={complement.error}
      onSend={send}
    />
  );
}
