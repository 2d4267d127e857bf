import { Select } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { Words } from "./Choice";
import { FallReason } from "./FallReason";
import { significant } from "./qualify";
import type { PartProps } from "./QualifySeverity";
import { TYPES } from "./types";
import classes from "./qualify.module.css";

const CARE = { patientHarm: ["NONE", "POTENTIAL", "PROVEN"], careMode: ["NORMAL", "DEGRADED", "INTERRUPTED"] } as const;

/** What happened and whom it hurts. Filled from the declaration; the responder confirms or corrects. */
export function QualifyFacts({ draft, set, fault, falling, declared }: PartProps & { declared: boolean }) {
  const { t, code } = useWords();
  const unknown = { value: "UNKNOWN", label: t("act.unknown") };
  const yesNo = [{ value: "YES", label: t("kit.tri.YES") }, { value: "NO", label: t("kit.tri.NO") }, unknown];
  return (
    <div className={classes.col}>
      <section aria-labelledby="q-inc">
        <div className={classes.heading}>
          <h3 id="q-inc">{t("act.qualify.incident")}</h3>
          {declared && <span>{t("act.qualify.from")}</span>}
        </div>
        <Select
          label={t("act.qualify.incidentType")}
          data={TYPES.map((value) => ({ value, label: t(`kit.type.${value}`) }))}
          value={draft["incidentType"] || null}
          onChange={(value) => value && set("incidentType", value)}
          searchable
          allowDeselect={false}
          error={fault("incidentType")}
          rightSection={<IconChevronDown size={15} />}
          classNames={{ label: classes.label ?? "" }}
        />
        <Words
          label={t("act.qualify.origin")}
          value={draft["origin"] ?? ""}
          onChange={(value) => set("origin", value)}
          error={fault("origin")}
          options={[...["MALICIOUS", "NON_MALICIOUS"].map((value) => ({ value, label: code("act", `qualify.origin.${value}`) })), unknown]}
        />
        <Words
          label={t("act.qualify.personalData")}
          value={draft["personalData"] ?? ""}
          onChange={(value) => set("personalData", value)}
          error={fault("personalData")}
          options={yesNo}
        />
      </section>
      <section aria-labelledby="q-care">
        <h3 id="q-care">{t("act.qualify.care")}</h3>
        {(["patientHarm", "careMode"] as const).map((name) => (
          <Words
            key={name}
            label={t(`act.qualify.${name}`)}
            value={draft[name] ?? ""}
            onChange={(value) => set(name, value)}
            error={fault(name)}
            options={[...CARE[name].map((value) => ({ value, label: code("act", `qualify.${name}.${value}`) })), unknown]}
          />
        ))}
        {falling.length > 0 && !falling.includes("severity") && (
          <FallReason falling={falling} value={draft["reason"] ?? ""} onChange={(why) => set("reason", why)} error={fault("reason")} />
        )}
      </section>
      <section aria-labelledby="q-sig">
        <div className={classes.heading}>
          <h3 id="q-sig">{t("act.qualify.wider")}</h3>
          <span>{t(`act.qualify.wider.${significant(draft)}`)}</span>
        </div>
        {(["_region", "_others"] as const).map((name) => (
          <Words
            key={name}
            inline
            label={t(`act.qualify.${name}`)}
            value={draft[name] ?? ""}
            onChange={(value) => set(name, value)}
            error={fault(name)}
            options={yesNo}
          />
        ))}
      </section>
    </div>
  );
}
