import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from "@tabler/icons-react";
import { useId } from "react";
import { useWords } from "../words/useWords";
import classes from "./Severity.module.css";

export type Level = "ANOMALY" | "MINOR" | "MAJOR" | "CRISIS";
export type Trend = "IMPROVING" | "STABLE" | "WORSENING";

export const LEVELS: Level[] = ["ANOMALY", "MINOR", "MAJOR", "CRISIS"];
const ARROW = { IMPROVING: IconArrowDownRight, STABLE: IconArrowRight, WORSENING: IconArrowUpRight };

/** Four rising bars, as many filled as the level: readable without colour, at 14 px, and in print. Hatched: presumed, nobody has qualified it yet. */
export function SeverityGlyph({ level, size = 14, presumed = false }: { level: Level | null; size?: number; presumed?: boolean }) {
  const filled = level ? LEVELS.indexOf(level) + 1 : 0;
  const hatch = useId();
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden
      className={classes.glyph}
      data-level={level ?? "NONE"}
      data-presumed={presumed || undefined}
    >
      {presumed && (
        <pattern id={hatch} width={2.4} height={2.4} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width={2.4} height={1.25} className={classes.stripe} />
        </pattern>
      )}
      {LEVELS.map((step, i) =>
        presumed && i < filled ? (
          <rect
            key={step}
            x={i * 3.6 + 0.35}
            y={10.35 - i * 3}
            width={2}
            height={3.3 + i * 3}
            rx={0.4}
            fill={`url(#${hatch})`}
            data-hatch
          />
        ) : (
          <rect key={step} x={i * 3.6} y={10 - i * 3} width={2.7} height={4 + i * 3} rx={0.7} data-on={i < filled || undefined} />
        ),
      )}
    </svg>
  );
}

interface SeverityProps {
  level: Level | null;
  trend?: Trend | null | undefined;
  short?: boolean;
  presumed?: boolean;
}

/** Level and trend in words. A qualified CRISIS alone is filled: the only loud mark on a page. */
export function Severity({ level, trend, short = false, presumed = false }: SeverityProps) {
  const { t } = useWords();
  const Arrow = trend && ARROW[trend];
  const guess = presumed && level !== null;
  const label = level === null ? t("kit.severity.none") : t(`kit.severity.${level}${guess ? ".presumed" : short ? ".short" : ""}`);
  return (
    <span className={classes.tag} data-level={level ?? "NONE"} data-presumed={guess || undefined}>
      <SeverityGlyph level={level} presumed={guess} />
      <span>{label}</span>
      {Arrow && trend !== "STABLE" && <Arrow size={13} stroke={2.2} role="img" aria-label={t(`kit.trend.${trend}`)} />}
    </span>
  );
}

interface Judged {
  severity?: Level | null | undefined;
  presumedSeverity?: Level | null | undefined;
  trend?: Trend | null | undefined;
}

/** What a case weighs: its severity, or the presumed one until it has been qualified. */
export const weight = (c: Judged): Level | null => c.severity ?? c.presumedSeverity ?? null;

/** The severity of a case as it stands: decided, or presumed until then. */
export function CaseSeverity({ c, short = false, trend = false }: { c: Judged; short?: boolean; trend?: boolean }) {
  return <Severity level={weight(c)} presumed={!c.severity} short={short} trend={trend ? c.trend : null} />;
}
