import { IconMailOff } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import { useDeclaration } from "../../api/declarations";
import { useEstablishment } from "../../api/establishments";
import { isMissing } from "../../api/problem";
import type { WholeCase } from "../../api/responder";
import { Failed } from "../../kit/Waiting";
import { Way } from "../../kit/Way";
import { useWords } from "../../words/useWords";
import classes from "./overview.module.css";
import ownClasses from "./Reach.module.css";

interface Contact {
  name: string;
  role: string;
  ways: (string | null | undefined)[];
}

/** How to reach the establishment outside its own systems: by telephone first. */
export function Reach({ c }: { c: WholeCase }) {
  const declaration = c.declared[0]?.id;
  return declaration ? <FromDeclaration c={c} declaration={declaration} /> : <Contacts c={c} declarant={[]} />;
}

function FromDeclaration({ c, declaration }: { c: WholeCase; declaration: string }) {
  const { t, has } = useWords();
  const asked = useDeclaration(declaration);
  const who = asked.data?.declarant;
  const key = `declare.form.function.${who?.function ?? ""}`;
  const role = has(key) ? t(key) : (who?.function ?? "");
  const said = [t("case.reach.declarant"), role].filter(Boolean).join(", ");
  const declarant: Contact[] = who
    ? [
        { name: who.name ?? t("case.reach.nameless"), role: said, ways: [who.phone, who.email] },
        ...(who.outOfBandContact ? [{ name: t("case.reach.outside"), role: "", ways: [who.outOfBandContact] }] : []),
      ]
    : [];
  return <Contacts c={c} declarant={declarant} asked={asked} />;
}

interface ContactsProps {
  c: WholeCase;
  declarant: Contact[];
  /** Where the declarant comes from, if anywhere. */
  asked?: UseQueryResult;
}

/** That no contact is known is said only once everything has been read. */
function Contacts({ c, declarant, asked }: ContactsProps) {
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
    ...(contacts?.onCall ? [{ name: t("case.reach.oncall"), role: place?.name ?? "", ways: [contacts.onCall] }] : []),
    ...(contacts?.switchboard ? [{ name: t("case.reach.switchboard"), role: place?.name ?? "", ways: [contacts.switchboard] }] : []),
  ];
  return (
    <section className={classes.aside} aria-labelledby="contacts">
      <h2 id="contacts" className={classes.h}>
        {t("case.reach")}
      </h2>
      {mail && (
        <p className={ownClasses.warn}>
          <IconMailOff size={16} stroke={1.8} aria-hidden />
          <span>{t("case.reach.nomail")}</span>
        </p>
      )}
      {failed && <Failed error={failed.error} retry={() => unread.forEach((it) => void it.refetch())} />}
      {all.length === 0 && unread.length === 0 && <p className={classes.quiet}>{t("case.reach.none")}</p>}
      <ul className={classes.contacts}>
        {all.map(({ name, role, ways }) => (
          <li key={name + role}>
            <div>
              <strong>{name}</strong>
              {role && <span>{role}</span>}
            </div>
            <div className={classes.ways}>{ways.map((way) => way && <Way key={way} way={way} />)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
