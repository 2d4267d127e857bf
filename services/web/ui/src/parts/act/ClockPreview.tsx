import { IconCircleCheck, IconCircleOff, IconClockPlay, IconHelpCircle, IconPlayerPlay } from "@tabler/icons-react";
import { urgency } from "../../kit/clock";
import { useNow } from "../../kit/now";
import { ms } from "../../words/time";
import { useWords } from "../../words/useWords";
import type { ClockEffect, Effect } from "./qualify";
import classes from "./qualify.module.css";
import ownClasses from "./ClockPreview.module.css";

const ICON: Record<Effect, typeof IconHelpCircle> = {
  runs: IconClockPlay,
  starts: IconPlayerPlay,
  assess: IconHelpCircle,
  settled: IconCircleCheck,
  off: IconCircleOff,
};

/** What the answers above do to each clock, before the button is pressed. */
export function ClockPreview({ list, discoveredAt }: { list: ClockEffect[]; discoveredAt: string }) {
  const { t, code, at, before, duration } = useWords();
  const now = useNow();
  const shown = list.filter((it) => it.clock.kind !== "TARGET");
  return (
    <section className={ownClasses.clocks} aria-labelledby="q-clocks" aria-live="polite">
      <div className={classes.heading}>
        <h3 id="q-clocks">{t("act.qualify.clocks")}</h3>
        <span>{t("act.qualify.discovery", { at: at(discoveredAt, now) })}</span>
      </div>
      <ul>
        {shown.map(({ clock, effect }) => {
          const Icon = ICON[effect];
          const left = clock.dueAt ? ms(clock.dueAt) - now : null;
          const counts = effect === "runs" || effect === "starts";
          const said =
            counts && left !== null
              ? left < 0
                ? t(clock.withoutDelay ? "act.effect.due" : "act.effect.over")
                : t(`act.effect.${effect}`, { left: duration(left) })
              : counts
                ? t("act.effect.due")
                : t(`act.effect.${effect}`);
          return (
            <li
              key={clock.regime}
              data-effect={effect}
              data-loud={counts ? urgency(clock, now) : undefined}
              data-informative={clock.kind === "INFORMATIVE" || undefined}
              title={code("kit.regime", `${clock.regime}.long`)}
            >
              <span className={ownClasses.clockhead}>
                <Icon size={14} stroke={2} aria-hidden />
                <strong>{code("kit.regime", clock.regime)}</strong>
              </span>
              <span className={ownClasses.effect}>{said}</span>
              <span className={ownClasses.why}>
                {clock.kind === "INFORMATIVE"
                  ? t("act.effect.kind.informative")
                  : clock.withoutDelay
                    ? t("act.effect.kind.delay")
                    : clock.dueAt && counts
                      ? before(clock.dueAt, now)
                      : ""}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
