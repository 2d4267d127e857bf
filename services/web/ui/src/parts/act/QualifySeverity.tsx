import { Radio, Textarea } from "@mantine/core";
import type { Preview } from "../../api/responder";
import { LEVELS, SeverityGlyph } from "../../kit/Severity";
import { useWords } from "../../words/useWords";
import { Statements, Words } from "./Choice";
import type { Draft } from "./fields";
import { CRITERIA, isLower, type Question } from "./qualify";
import { useReason } from "./useReason";
import classes from "./qualify.module.css";

export interface PartProps {
  draft: Draft;
  set: (name: string, value: string) => void;
  fault: (name: Question | "reason") => string | undefined;
}

const TRENDS = ["IMPROVING", "STABLE", "WORSENING"] as const;

/** Three statements, the proposal with its reasons, the decision; a lower one asks why. */
export function QualifySeverity({ draft, set, fault, preview }: PartProps & { preview: Preview | undefined }) {
  const { t, code } = useWords();
  const reason = useReason();
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
      <Radio.Group
        value={draft["severity"] ?? ""}
        onChange={(value) => set("severity", value)}
        label={t("act.qualify.decision")}
        error={fault("severity")}
        classNames={{ label: classes.label ?? "" }}
        description={
          preview && (
            <span className={classes.proposal}>
              <SeverityGlyph level={preview.proposed} />
              <span>
                <strong>{t("act.qualify.proposed", { severity: preview.proposed })}</strong> {preview.reasons.map(reason).join(", ")}.
              </span>
            </span>
          )
        }
      >
        <div className={classes.levels}>
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
      </Radio.Group>
      {isLower(draft["severity"], preview?.proposed) && (
        <Textarea
          label={t("act.qualify.lower")}
          withAsterisk
          autosize
          minRows={2}
          maxLength={4_000}
          value={draft["reason"] ?? ""}
          onChange={(event) => set("reason", event.currentTarget.value)}
          error={fault("reason")}
        />
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
