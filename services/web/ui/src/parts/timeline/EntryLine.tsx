import { Button, UnstyledButton } from "@mantine/core";
import {
  IconCornerDownRight,
  IconEraser,
  IconFileDescription,
  IconHash,
  IconListCheck,
  IconPencil,
  IconQuestionMark,
  IconScale,
} from "@tabler/icons-react";
import { useState } from "react";
import type { Entry } from "../../api/entries";
import { has, useMe } from "../../api/me";
import { useNow } from "../../kit/now";
import { Send } from "../../kit/Send";
import { daysBetween } from "../../words/time";
import { useWords } from "../../words/useWords";
import { delayOf, familyOf, grouped, type Line, removedOf, sideOf } from "./lines";
import { Redact } from "./Redact";
import { useDetails } from "./useDetails";
import classes from "./timeline.module.css";
import ownClasses from "./EntryLine.module.css";

const ICON = {
  declaration: IconFileDescription,
  case: IconScale,
  task: IconListCheck,
  note: IconPencil,
  entry: IconEraser,
  other: IconQuestionMark,
};

interface EntryLineProps {
  caseId: string;
  line: Line;
  /** Number of the line whose digest is shown. */
  open: number | null;
  onOpen: (seq: number) => void;
  onCorrect: (entry: Entry) => void;
}

/** One line: when it happened, what, who says so; the number opens its digest. A correction stands under what it corrects. */
export function EntryLine({ line: { entry, corrections }, ...props }: EntryLineProps) {
  const { t, clock } = useWords();
  const attacker = sideOf(entry) === "ATTACKER";
  const last = corrections.length - 1;
  return (
    <li className={ownClasses.line} data-attacker={attacker || undefined} data-kind={entry.kind}>
      <time className={ownClasses.time} dateTime={entry.occurredAt}>
        {clock(entry.occurredAt)}
      </time>
      <div className={classes.body}>
        {attacker && <span className={ownClasses.lane}>{t("timeline.side.ATTACKER")}</span>}
        <Said entry={entry} old={last >= 0} />
        <Meta entry={entry} />
        {props.open === entry.seq && <Digest entry={entry} {...props} />}
      </div>
      <Seq entry={entry} {...props} />
      {corrections.map((it, i) => (
        <div key={it.seq} className={ownClasses.fix}>
          <IconCornerDownRight size={15} stroke={1.8} aria-hidden />
          <div>
            <Said entry={it} old={i < last} />
            <Meta entry={it} />
            {props.open === it.seq && <Digest entry={it} {...props} />}
          </div>
          <Seq entry={it} {...props} />
        </div>
      ))}
    </li>
  );
}

/** What happened, in the words of the author or of the event's type. */
function Said({ entry, old }: { entry: Entry; old: boolean }) {
  const { t, has, code } = useWords();
  const details = useDetails();
  const removed = removedOf(entry);
  const note = familyOf(entry) === "note";
  const said = removed.includes("text") ? <em className={ownClasses.removed}>{t("timeline.removed.text")}</em> : entry.text;
  const { technique, confidence } = entry.data ?? {};
  const title = has(`timeline.event.${entry.type}`) ? code("timeline.event", entry.type) : t("timeline.event.other", { type: entry.type });
  const more = details(entry);
  return (
    <>
      {!note && (
        <p className={ownClasses.text}>
          {title}
          {more.length > 0 && <span className={ownClasses.details}> · {more.join(" · ")}</span>}
        </p>
      )}
      {said && (
        <p className={note ? ownClasses.text : ownClasses.quote} data-old={old || undefined}>
          {old ? <del>{said}</del> : said}
        </p>
      )}
      {(typeof technique === "string" || typeof confidence === "string") && (
        <p className={classes.technique}>
          {typeof technique === "string" && <span className="mono">{technique}</span>}
          {typeof technique === "string" && typeof confidence === "string" && " · "}
          {typeof confidence === "string" && <span data-sure={confidence}>{code("timeline.confidence", confidence)}</span>}
        </p>
      )}
    </>
  );
}

function Meta({ entry }: { entry: Entry }) {
  const { t, clock, day, duration } = useWords();
  const now = useNow();
  const family = familyOf(entry);
  const Icon = ICON[family];
  const delay = delayOf(entry);
  const removed = removedOf(entry);
  const author = removed.includes("author") ? t("timeline.removed.author") : entry.author?.name;
  const recorded = daysBetween(entry.occurredAt, entry.recordedAt) === 0 ? "" : `${day(entry.recordedAt, now)} `;
  return (
    <div className={ownClasses.meta}>
      <span>
        <Icon size={13} stroke={1.8} aria-hidden />
        {t(`timeline.source.${family}`)}
      </span>
      <span>{t(`timeline.kind.${entry.kind}`)}</span>
      {author && <span>{author}</span>}
      {entry.corrects && <span>{t("timeline.corrects", { n: entry.corrects })}</span>}
      {family === "note" && entry.audience === "ESTABLISHMENT" && <span>{t("timeline.read")}</span>}
      {entry.tlp && entry.tlp !== "AMBER_STRICT" && <span>TLP:{entry.tlp}</span>}
      {removed.includes("data") && <span>{t("timeline.removed.data")}</span>}
      {delay && (
        <span data-late={delay.late || undefined}>
          {t("timeline.recorded", { at: recorded + clock(entry.recordedAt), length: duration(delay.length) })}
        </span>
      )}
    </div>
  );
}

type OpenProps = Omit<EntryLineProps, "line"> & { entry: Entry };

function Seq({ entry, open, onOpen }: OpenProps) {
  const { t } = useWords();
  return (
    <UnstyledButton
      className={ownClasses.seq}
      onClick={() => onOpen(entry.seq)}
      aria-expanded={open === entry.seq}
      aria-label={t("timeline.digest.show", { n: entry.seq })}
    >
      <IconHash size={13} stroke={1.8} aria-hidden />
      {entry.seq}
    </UnstyledButton>
  );
}

/** What proves that the line is what was written, and what can be done about it. */
function Digest({ caseId, entry, onCorrect }: OpenProps) {
  const { t } = useWords();
  const leads = has(useMe(), "LEAD");
  const [removing, remove] = useState(false);
  const gone = removedOf(entry).length === 3;
  const why = `removing-${entry.seq}`;
  return (
    <>
      <dl className={classes.digest}>
        <dt>SHA-256</dt>
        <dd className="mono">{grouped(entry.hash)}</dd>
        <dt>{entry.seq === 1 ? t("timeline.digest.first") : t("timeline.digest.before", { n: entry.seq - 1 })}</dt>
        <dd className="mono">{grouped(entry.previousHash)}</dd>
        <dt>{t("timeline.digest.happened")}</dt>
        <dd className="mono">{entry.occurredAt}</dd>
        <dt>{t("timeline.digest.recorded")}</dt>
        <dd className="mono">{entry.recordedAt}</dd>
      </dl>
      <div className={classes.acts}>
        {familyOf(entry) === "note" && (
          <Button size="compact-sm" variant="default" onClick={() => onCorrect(entry)}>
            {t("timeline.correct")}
          </Button>
        )}
        {!gone && (
          <Send size="compact-sm" variant="default" onClick={() => remove(true)} locked={leads ? undefined : why}>
            {t("timeline.redact")}
          </Send>
        )}
        {!gone && !leads && <span id={why}>{t("reason.ROLE_NEEDED", { role: t("reason.role.LEAD") })}</span>}
      </div>
      {removing && <Redact caseId={caseId} entry={entry} onClose={() => remove(false)} />}
    </>
  );
}
