import { Button, Title } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconSend } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { keyUsed, Problem } from "../../api/problem";
import { CallButton } from "../../kit/CallButton";
import { EmergencyNumbers } from "../../kit/EmergencyNumbers";
import { serverNow, useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import { AlreadyOpen } from "./AlreadyOpen";
import { CareQuestions } from "./CareQuestions";
import { OneOf } from "./Choices";
import { Corrections } from "./Corrections";
import { begunOf, type Draft } from "./draft";
import { type Fault, faultsOf } from "./faults";
import classes from "./Form.module.css";
import ownClasses from "./DeclarationForm.module.css";
import { More } from "./More";
import { Reach } from "./Reach";
import { SaveState } from "./SaveState";
import { Arrived, Sending } from "./Sending";
import { fieldOf } from "./serverFields";
import { Step, Wrong } from "./Step";
import type { Form } from "./useForm";
import { What } from "./What";
import { When } from "./When";
import { AnyWhere, OwnWhere } from "./Where";

/** What each part of the form gets. */
export interface Asked {
  draft: Draft;
  answer: (change: Partial<Draft>) => void;
  now: number;
  behalf: boolean;
  complement: boolean;
  /** What is wrong with a field, once sending was tried. */
  wrong: (field: string) => ReactNode;
}

interface DeclarationFormProps {
  form: Form;
  /** A responder keys in what somebody says on the phone. */
  behalf: boolean;
  /** A further version: the establishment and the channel stay. */
  complement?: boolean;
  title: string;
  lead: string;
  /** What somebody has to know before they type. */
  notice?: ReactNode;
  sendLabel: string;
  sending: boolean;
  problem: Error | null;
  onSend: () => void;
}

const CHANNELS = ["PHONE", "PAPER", "CERT_SANTE"] as const;
/** The declaration on one page. Nothing is preselected, no value is ever cleared, and only what nobody could act on stops the sending. */
export function DeclarationForm({
  form,
  behalf,
  complement = false,
  title,
  lead,
  notice,
  sendLabel,
  sending,
  problem,
  onSend,
}: DeclarationFormProps) {
  const { t } = useWords();
  const { draft, answer } = form;
  const now = useNow();
  const { prefill } = form;
  const chooseSite = (establishment: string | null) => answer({ establishment });
  const prefillSite = useCallback((establishment: string) => prefill({ establishment }), [prefill]);
  const [tried, setTried] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const judge = (at: number) => faultsOf(draft, at, behalf, complement ? begunOf(draft) : null);
  const faults = tried ? judge(now) : [];
  const arrived = keyUsed(problem);
  const refused =
    problem instanceof Problem && !arrived ? problem.errors.map((e) => ({ field: fieldOf(e.field), message: e.message })) : [];

  const reason = (fault: Fault) => t(`declare.form.error.${fault.reason}`, { n: fault.n ?? 0 });
  const wrong = (field: string): ReactNode => {
    const fault = faults.find((f) => f.field === field);
    if (fault) return <Wrong>{reason(fault)}</Wrong>;
    const server = refused.find((e) => e.field === field);
    return server && <Wrong>{t("declare.form.error.server", { message: server.message })}</Wrong>;
  };
  const asked: Asked = { draft, answer, now, behalf, complement, wrong };

  const { online } = useNetwork();
  const [waiting, setWaiting] = useState(false);
  const send = () => {
    setTried(true);
    setWaiting(false);
    if (judge(serverNow()).length > 0) requestAnimationFrame(() => summary.current?.focus());
    else if (navigator.onLine) onSend();
    else setWaiting(true);
  };
  // What somebody asked to send goes as soon as there is a network, as it is then: they may have added something meanwhile.
  const sendNow = useEffectEvent(send);
  useEffect(() => {
    if (!waiting) return undefined;
    const back = () => sendNow();
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, [waiting]);
  function submit(event: FormEvent) {
    event.preventDefault();
    send();
  }

  let n = 0;
  return (
    <div className={ownClasses.page} data-behalf={behalf || undefined}>
      <form className={classes.form} noValidate onSubmit={submit}>
        <div>
          <Title order={1} fz={26} lh={1.2}>
            {title}
          </Title>
          <p className={ownClasses.lead}>{lead}</p>
          {notice}
        </div>
        <SaveState form={form} online={online} />
        {behalf && !complement && (
          <Step n={++n} id="channel" title={t("declare.form.channel")} error={wrong("channel")}>
            <OneOf
              labelledby="channel"
              columns={3}
              stacked
              value={draft.channel}
              onChange={(channel) => answer({ channel })}
              options={CHANNELS.map((value) => ({ value, label: t(`declare.form.channel.${value}`) }))}
            />
          </Step>
        )}
        {!complement && (
          <Step n={++n} id="where" title={t("declare.form.where")} error={wrong("establishment")}>
            {behalf ? (
              <AnyWhere labelledby="where" value={draft.establishment} onChange={chooseSite} />
            ) : (
              <OwnWhere labelledby="where" value={draft.establishment} onChange={chooseSite} prefill={prefillSite} />
            )}
            <AlreadyOpen establishment={draft.establishment} exercise={draft.exercise} />
          </Step>
        )}
        <Step n={++n} id="what" title={t("declare.form.what")} hint={t("declare.form.what.hint")}>
          <What {...asked} />
        </Step>
        <Step n={++n} id="since" title={t("declare.form.since")} hint={t("declare.form.since.hint")} error={wrong("since")}>
          <When {...asked} />
        </Step>
        <Step n={++n} id="care" title={t("declare.form.care")}>
          <CareQuestions {...asked} />
        </Step>
        <Step n={++n} id="reach" title={t(behalf ? "declare.form.reach.behalf" : "declare.form.reach")} hint={t("declare.form.reach.hint")}>
          <Reach {...asked} />
        </Step>
        <More {...asked} />
        <div>
          {arrived && !waiting ? (
            <Arrived behalf={behalf} complement={complement} />
          ) : (
            <Sending problem={faults.length === 0 ? problem : null} waiting={waiting} behalf={behalf} />
          )}
          <Corrections ref={summary} faults={faults.length > 0 ? faults : refused} />
          {waiting ? (
            <Button variant="default" className={ownClasses.submit} onClick={() => setWaiting(false)}>
              {t("declare.form.wait.not")}
            </Button>
          ) : (
            <Button
              type="submit"
              className={ownClasses.submit}
              loading={sending}
              leftSection={<IconSend size={20} stroke={1.8} aria-hidden />}
            >
              {online ? sendLabel : t("declare.form.send.offline")}
            </Button>
          )}
          {!form.unsafe && <p className={ownClasses.kept}>{t("declare.form.kept")}</p>}
        </div>
      </form>
      {!behalf && (
        <aside className={ownClasses.side} aria-labelledby="call">
          <h2 id="call">{t("declare.form.call")}</h2>
          <p>{t("declare.form.call.why")}</p>
          <CallButton fullWidth hiddenFrom="md" h={52} />
          <div className="mantine-visible-from-md">
            <EmergencyNumbers />
          </div>
        </aside>
      )}
    </div>
  );
}
