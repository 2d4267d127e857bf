import { Button } from "@mantine/core";
import { useState } from "react";
import type { WholeCase } from "../../api/responder";
import { Countdown } from "../../kit/Countdown";
import { serverNow, useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import { EstablishmentField } from "../act/EstablishmentField";
import { toFault } from "../act/useServerFaults";
import { WhenField } from "../act/WhenField";
import { EditDialog } from "./EditDialog";
import { useEditing } from "./useEditing";
import classes from "./Affected.module.css";

const CERT = "CSP_L1111_8_2";

/** The establishments one attack has hit: since when, and whether each has told CERT Santé. */
export function Affected({ c }: { c: WholeCase }) {
  const { t, from } = useWords();
  const now = useNow();
  const [adding, add] = useState(false);
  return (
    <section className={classes.section} aria-labelledby="affected">
      <div className={classes.h}>
        <h2 id="affected">{t("case.affected")}</h2>
        {c.affected.length > 1 && <span>{t("case.affected.note", { n: c.affected.length })}</span>}
        <Button variant="default" size="compact-sm" className={classes.edit ?? ""} onClick={() => add(true)}>
          {t("case.affected.add")}
        </Button>
      </div>
      <ul className={classes.list}>
        {c.affected.map((place, i) => {
          const cert = c.deadlines.find((it) => it.regime === CERT && it.establishment === place.finess);
          return (
            <li key={place.finess}>
              <div className={classes.who}>
                <strong>{place.name}</strong>
                <span>
                  {i === 0 && `${t(c.declaration ? "case.affected.main" : "case.affected.first")} · `}
                  {from(place.since, now)}
                </span>
              </div>
              <span className={classes.where}>
                {place.commune ?? ""} ({place.department}) · <span className="mono">{place.finess}</span>
              </span>
              <span className={classes.told}>{cert && <Countdown clock={cert} now={now} />}</span>
            </li>
          );
        })}
      </ul>
      {adding && <AddDialog theCase={c} onClose={() => add(false)} />}
    </section>
  );
}

function AddDialog({ theCase, onClose }: { theCase: WholeCase; onClose: () => void }) {
  const { t } = useWords();
  const [establishment, setEstablishment] = useState("");
  const [since, setSince] = useState("");
  const [tried, setTried] = useState(false);
  const { send, faults, error, sending } = useEditing(theCase, "affected", onClose);
  const future = !!since && Date.parse(since) > serverNow() + 60_000;
  const submit = () => {
    setTried(true);
    if (establishment && since && !future) send({ establishment, since });
    else toFault();
  };
  return (
    <EditDialog
      theCase={theCase}
      title={t("case.affected.add")}
      what={t("case.affected.add.what")}
      verb={t("case.affected.add.send")}
      onSend={submit}
      onClose={onClose}
      error={error}
      sending={sending}
    >
      <EstablishmentField
        label={t("act.new.establishment")}
        value={establishment}
        onChange={setEstablishment}
        error={(tried && !establishment ? t("act.missing.choice") : undefined) ?? faults["establishment"]}
      />
      <WhenField
        label={t("case.affected.add.since")}
        hint={t("act.new.discoveredAt.hint")}
        value={since}
        onChange={setSince}
        error={(tried ? (!since ? t("act.missing") : future ? t("act.future") : undefined) : undefined) ?? faults["since"]}
      />
    </EditDialog>
  );
}
