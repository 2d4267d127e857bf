import { IconMailOff, IconPhone } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import { useDeclaration } from "../../api/declarations";
import { useEstablishment } from "../../api/establishments";
import { isMissing } from "../../api/problem";
import type { WholeCase } from "../../api/responder";
import { spokenNumber, telHref } from "../../kit/phone";
import { Failed } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import classes from "./overview.module.css";

interface Contact {
  name: string;
  role: string;
  number: string | null | undefined;
}

/** How to reach the establishment outside its own systems: by telephone first. */
export function Reach({ c }: { c: WholeCase }) {
  const declaration = c.declared[0]?.id;
  return declaration ? <FromDeclaration c={c} declaration={declaration} /> : <Contacts c={c} declarant={[]} outside={null} />;
}

function FromDeclaration({ c, declaration }: { c: WholeCase; declaration: string }) {
  const { t, has } = useWords();
  const asked = useDeclaration(declaration);
  const who = asked.data?.declarant;
  const key = `declare.form.function.${who?.function ?? ""}`;
  const role = has(key) ? t(key) : (who?.function ?? "");
  const declarant = who?.name
    ? [{ name: who.name, role: [t("case.reach.declarant"), role].filter(Boolean).join(", "), number: who.phone }]
    : [];
  return <Contacts c={c} declarant={declarant} outside={who?.outOfBandContact ?? null} asked={asked} />;
}

interface ContactsProps {
  c: WholeCase;
  declarant: Contact[];
  outside: string | null;
  /** Where the declarant comes from, if anywhere. */
  asked?: UseQueryResult;
}

/** That no contact is known is said only once everything has been read. */
function Contacts({ c, declarant, outside, asked }: ContactsProps) {
  const { t } = useWords();
  const place = c.affected[0];
  const registered = useEstablishment(place?.finess ?? null);
  const contacts = registered.data?.contacts;
  const sources: UseQueryResult[] = [...(place ? [registered] : []), ...(asked ? [asked] : [])];
  const unread = sources.filter((it) => it.data === undefined && !isMissing(it.error));
  const failed = unread.find((it) => it.isError);
  const mail = c.declared.some((it) => it.affectedSystems.some(({ system, state }) => system === "MESSAGING" && state !== "OPERATIONAL"));
  const all: Contact[] = [
    ...declarant,
    ...(contacts?.onCall ? [{ name: t("case.reach.oncall"), role: place?.name ?? "", number: contacts.onCall }] : []),
    ...(contacts?.switchboard ? [{ name: t("case.reach.switchboard"), role: place?.name ?? "", number: contacts.switchboard }] : []),
  ];
  return (
    <section className={classes.aside} aria-labelledby="contacts">
      <h2 id="contacts" className={classes.h}>
        {t("case.reach")}
      </h2>
      {mail && (
        <p className={classes.warn}>
          <IconMailOff size={16} stroke={1.8} aria-hidden />
          <span>{t("case.reach.nomail")}</span>
        </p>
      )}
      {failed && <Failed error={failed.error} retry={() => unread.forEach((it) => void it.refetch())} />}
      {all.length === 0 && !outside && unread.length === 0 && <p className={classes.quiet}>{t("case.reach.none")}</p>}
      <ul className={classes.contacts}>
        {all.map(({ name, role, number }) => (
          <li key={name + role}>
            <div>
              <strong>{name}</strong>
              <span>{role}</span>
            </div>
            {number && (
              <a href={telHref(number)}>
                <IconPhone size={15} stroke={1.9} aria-hidden />
                {spokenNumber(number)}
              </a>
            )}
          </li>
        ))}
        {outside && (
          <li>
            <div>
              <strong>{t("case.reach.outside")}</strong>
              <span>{outside}</span>
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}
