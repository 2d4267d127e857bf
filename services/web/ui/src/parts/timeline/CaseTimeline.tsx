import { Button, SegmentedControl, Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Entry } from "../../api/entries";
import { type Kind, useLines } from "../../api/lines";
import { useNow } from "../../kit/now";
import { Failed, Loading } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import { ChainBadge } from "./ChainBadge";
import { Composer } from "./Composer";
import { EntryLine } from "./EntryLine";
import { type Day, daysOf, KINDS, type Line, linesOf, SIDES, type Side, sideOf } from "./lines";
import classes from "./timeline.module.css";
import ownClasses from "./CaseTimeline.module.css";

/** The log of the case, newest first, by the time when things happened. What we do on the left, what the attacker did on the right. */
export function CaseTimeline({ caseId }: { caseId: string }) {
  const { t, at } = useWords();
  const now = useNow();
  const { kind, side, write } = useSearch({ from: "/cases/$case/timeline" });
  const navigate = useNavigate({ from: "/cases/$case/timeline" });
  const log = useLines(caseId, kind);
  const [open, setOpen] = useState<number | null>(null);
  const [corrected, correct] = useState<Entry | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (corrected || write) text.current?.focus();
  }, [corrected, write]);
  const written = () => {
    correct(null);
    if (write) void navigate({ search: { ...(kind && { kind }), ...(side && { side }) }, replace: true, resetScroll: false });
  };
  const entries = log.data?.pages.flatMap((page) => page.items) ?? [];
  const lines = linesOf(entries);
  const shown = lines.filter(({ entry }) => !side || sideOf(entry) === side);
  const two = lines.some(({ entry }) => sideOf(entry) === "ATTACKER") && !side;
  const oldest = entries.at(-1);
  const line = (it: Line) => (
    <EntryLine
      key={it.entry.seq}
      caseId={caseId}
      line={it}
      open={open}
      onOpen={(seq) => setOpen(open === seq ? null : seq)}
      onCorrect={correct}
    />
  );
  return (
    <div className={ownClasses.page}>
      <Composer key={corrected?.seq ?? write ?? "new"} caseId={caseId} corrected={corrected} kind={write} onDone={written} text={text} />
      <Tools caseId={caseId} kind={kind} side={side} />
      {log.data === undefined ? (
        log.isError ? (
          <Failed error={log.error} retry={() => void log.refetch()} />
        ) : (
          <Loading />
        )
      ) : shown.length === 0 ? (
        <p className={ownClasses.empty}>{t(kind || side ? "timeline.none" : "timeline.empty")}</p>
      ) : (
        <Days days={daysOf(shown)} two={two} line={line} />
      )}
      {log.hasNextPage && oldest && (
        <div className={ownClasses.more}>
          <p>{t("timeline.more.why", { at: at(oldest.recordedAt, now) })}</p>
          <Button variant="default" size="xs" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t("timeline.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Which lines are shown, and whether all of them are what was written. */
function Tools({ caseId, kind, side }: { caseId: string; kind: Kind | undefined; side: Side | undefined }) {
  const { t } = useWords();
  const navigate = useNavigate({ from: "/cases/$case/timeline" });
  const show = (search: { kind?: Kind | undefined; side?: Side | undefined }) =>
    void navigate({
      search: { ...(search.kind && { kind: search.kind }), ...(search.side && { side: search.side }) },
      replace: true,
      resetScroll: false,
    });
  return (
    <div className={classes.tools}>
      <SegmentedControl
        className={ownClasses.segments ?? ""}
        size="xs"
        aria-label={t("timeline.sides")}
        value={side ?? "all"}
        onChange={(to) => show({ kind, side: to === "all" ? undefined : to })}
        data={(["all", ...SIDES] as const).map((value) => ({ value, label: t(`timeline.side.${value}`) }))}
      />
      <Select
        size="xs"
        aria-label={t("timeline.kinds")}
        placeholder={t("timeline.kinds.all")}
        value={kind ?? null}
        onChange={(to) => show({ kind: to ?? undefined, side })}
        data={KINDS.map((value) => ({ value, label: t(`timeline.kind.${value}`) }))}
        w={180}
        clearable
        clearButtonProps={{ "aria-label": t("kit.clear") }}
      />
      <ChainBadge caseId={caseId} />
    </div>
  );
}

/** Two lanes where there is room and something to tell of the attacker; else one. */
function Days({ days, two, line }: { days: readonly Day[]; two: boolean; line: (it: Line) => ReactNode }) {
  const { t, day } = useWords();
  const now = useNow();
  const narrow = useMediaQuery("(max-width: 860px)", false, { getInitialValueInEffect: false });
  const lanes = two && !narrow;
  return (
    <>
      {lanes && (
        <div className={ownClasses.lanes} aria-hidden>
          {SIDES.map((it) => (
            <div key={it}>
              {t(`timeline.side.${it}`)}
              <span>{t(`timeline.side.${it}.what`)}</span>
            </div>
          ))}
        </div>
      )}
      {days.map(({ day: key, lines }) => {
        const count = lines.length + lines.reduce((sum, it) => sum + it.corrections.length, 0);
        const of = (side: Side) => lines.filter(({ entry }) => sideOf(entry) === side);
        return (
          <section key={key} aria-labelledby={`day-${key}`}>
            <div className={ownClasses.day}>
              <h2 id={`day-${key}`}>{day(lines[0]?.entry.occurredAt ?? key, now)}</h2>
              <span>{t("timeline.chain.lines", { n: count })}</span>
            </div>
            {lanes ? (
              <div className={ownClasses.two}>
                {SIDES.map((side) => {
                  const own = of(side);
                  return own.length > 0 ? (
                    <ol
                      key={side}
                      className={side === "ATTACKER" ? `${ownClasses.stream} ${ownClasses.foe}` : ownClasses.stream}
                      aria-label={t(`timeline.side.${side}`)}
                    >
                      {own.map(line)}
                    </ol>
                  ) : (
                    <p key={side} className={ownClasses.none}>
                      {side === "RESPONSE" && t("timeline.quiet")}
                    </p>
                  );
                })}
              </div>
            ) : (
              <ol className={ownClasses.stream}>{lines.map(line)}</ol>
            )}
          </section>
        );
      })}
    </>
  );
}
