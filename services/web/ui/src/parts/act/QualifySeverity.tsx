import { Radio } from "@mantine/core";
import type { Preview, WholeCase } from "../../api/responder";
import { LEVELS, SeverityGlyph, weight } from "../../kit/Severity";
import { RadioGroup } from "../../kit/RadioGroup";
import { useWords } from "../../words/useWords";
import { Statements, Words } from "./Choice";
import { fallen, type Stake } from "./falls";
import { FallReason } from "./FallReason";
import type { Draft } from "./fields";
import { CRITERIA, type Question } from "./qualify";
import { useReason } from "./useReason";
import classes from "./qualify.module.css";
import ownClasses from "./QualifySeverity.module.css";

export interface PartProps {
  draft: Draft;
  set: (name: string, value: string) => void;
  fault: (name: Question | "reason") => string | undefined;
  /** What is at stake and would be lower than it is known to be. */
  falling: Stake[];
}

interface SeverityProps extends PartProps {
  theCase: WholeCase;
  preview: Preview | undefined;
}

const TRENDS = ["IMPROVING", "STABLE", "WORSENING"] as const;

/** Three statements, the proposal with its reasons, the decision; a lower one asks why. */
export function QualifySeverity({ draft, set, fault, falling, theCase, preview }: SeverityProps) {
  const { t, code } = useWords();
  const reason = useReason(theCase.affected);
  const known = weight(theCase);
  return (
    <section className={classes.col} aria-labelledby="q-sev">
      <h3 id="q-sev">{t("act.qualify.severity")}</h3>
      {(["scope", "impact", "urgency"] as const).map((c) => (
        <Statements
          key={c}
          label={t(`act.qualify.${c}`)}
          value={draft[c] ?? ""}
          onChange={(value) => set(c, value)}
          error={fault(c)}
          options={[
            ...CRITERIA[c].map((value) => ({
              value,
              label: code("act", `qualify.${c}.${value}`),
              hint: code("act", `qualify.${c}.${value}.hint`),
            })),
            { value: "UNKNOWN", label: t("act.unknown") },
          ]}
        />
      ))}
      <RadioGroup
        value={draft["severity"] ?? ""}
        onChange={(value) => set("severity", value)}
        label={t("act.qualify.decision")}
        error={fault("severity")}
        classNames={{ label: classes.label ?? "" }}
        description={
          preview && (
            <span className={ownClasses.proposal}>
              <SeverityGlyph level={preview.proposed} />
              <span>
                <strong>{t("act.qualify.proposed", { severity: preview.proposed })}</strong> {preview.reasons.map(reason).join(", ")}.
                {known && fallen({ severity: known }, { severity: preview.proposed }).length > 0 && (
                  <span className={ownClasses.presumed}>
                    {theCase.severity
                      ? t("act.qualify.decided", { severity: t(`kit.severity.${known}`).toLocaleLowerCase() })
                      : t("act.qualify.presumed", {
                          severity: t(`kit.severity.${known}.presumed`),
                          why: theCase.presumedReasons.map(reason).join(", "),
                        })}
                  </span>
                )}
              </span>
            </span>
          )
        }
      >
        <div className={ownClasses.levels}>
          {LEVELS.map((level) => (
            <Radio.Card
              key={level}
              value={level}
              className={classes.level ?? ""}
              data-level={level}
              aria-label={t(`kit.severity.${level}`)}
            >
              <SeverityGlyph level={level} />
              <span>{t(`kit.severity.${level}.short`)}</span>
            </Radio.Card>
          ))}
        </div>
      </RadioGroup>
      {falling.includes("severity") && (
        <FallReason falling={falling} value={draft["reason"] ?? ""} onChange={(why) => set("reason", why)} error={fault("reason")} />
      )}
      <Words
        label={t("act.qualify.trend")}
        value={draft["trend"] ?? ""}
        onChange={(value) => set("trend", value)}
        error={fault("trend")}
        options={TRENDS.map((value) => ({ value, label: t(`kit.trend.${value}`) }))}
      />
    </section>
  );
}
