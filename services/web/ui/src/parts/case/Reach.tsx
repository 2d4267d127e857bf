import { IconMailOff, IconPhone } from "@tabler/icons-react";
import { useDeclaration } from "../../api/declarations";
import { useEstablishment } from "../../api/establishments";
import type { WholeCase } from "../../api/responder";
import { telHref } from "../../api/settings";
import { spokenNumber } from "../../kit/phone";
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
  const who = useDeclaration(declaration).data?.declarant;
  const key = `declare.form.function.${who?.function ?? ""}`;
  const role = has(key) ? t(key) : (who?.function ?? "");
  const declarant = who?.name
    ? [{ name: who.name, role: [t("case.reach.declarant"), role].filter(Boolean).join(", "), number: who.phone }]
    : [];
  return <Contacts c={c} declarant={declarant} outside={who?.outOfBandContact ?? null} />;
}

function Contacts({ c, declarant, outside }: { c: WholeCase; declarant: Contact[]; outside: string | null }) {
  const { t } = useWords();
  const place = c.affected[0];
  const contacts = useEstablishment(place?.finess ?? null).data?.contacts;
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
      {all.length === 0 && !outside && <p className={classes.quiet}>{t("case.reach.none")}</p>}
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
