import { Title } from "@mantine/core";
import type { OwnCase } from "../../api/cases";
import type { Declaration } from "../../api/declarations";
import { useEntries } from "../../api/entries";
import { CallButton } from "../../kit/CallButton";
import { useNow } from "../../kit/now";
import { spokenNumber, telHref } from "../../kit/phone";
import { ms } from "../../words/time";
import { useWords } from "../../words/useWords";
import { lateCall, sentencesOf } from "./standing";
import classes from "../../screens/Sent.module.css";

/** Who has the alert; or that nobody has answered yet, and to phone. Never that someone will call when nobody has it. */
export function Taken({ declaration: d, theCase }: { declaration: Declaration; theCase: OwnCase | undefined }) {
  const say = useWords();
  const { t, at, before, code } = say;
  const now = useNow();
  const timeline = useEntries(theCase?.id);
  const status = theCase?.status ?? d.caseStatus ?? "RECEIVED";
  if (status === "RECEIVED") {
    const call = theCase?.deadlines.find((c) => c.regime === "FIRST_CONTACT" && c.status === "RUNNING")?.dueAt;
    return (
      <>
        <Title order={1} fz={26} lh={1.2} c="var(--major)">
          {t("declare.sent.nobody")}
        </Title>
        <p className={classes.lead}>
          {call
            ? t(ms(call) > now ? "declare.sent.nobody.before" : "declare.sent.nobody.after", { before: before(call, now) })
            : t("declare.sent.nobody.notime")}
        </p>
        <CallButton variant="filled" className={classes.phone} iconSize={21} />
      </>
    );
  }
  const taken = timeline.data?.pages.flatMap((p) => p.items).findLast((e) => e.type === "case.taken.v1");
  const phone = [d.declarant?.phone, d.declarant?.outOfBandContact].find((it) => it && telHref(it));
  const called = theCase?.deadlines.find((c) => c.regime === "FIRST_CONTACT" && c.status.startsWith("MET"));
  const late = theCase && lateCall(theCase, now);
  const working = status === "IN_TRIAGE" || status === "QUALIFIED";
  return (
    <>
      <Title order={1} fz={26} lh={1.2}>
        {!working
          ? code("own.state", status)
          : taken?.author
            ? t("declare.sent.taken.at", { name: taken.author.name, at: at(taken.occurredAt, now) })
            : t("declare.sent.taken.anonymous")}
      </Title>
      <p className={classes.lead}>
        {!working
          ? theCase && sentencesOf(theCase, now, say).join(" ")
          : called?.at
            ? t("declare.sent.called", { at: at(called.at, now) })
            : late
              ? t("own.fact.call", { before: before(late, now) })
              : phone
                ? t("declare.sent.taken.lead", { phone: spokenNumber(phone) })
                : t("declare.sent.taken.nophone")}
      </p>
    </>
  );
}
