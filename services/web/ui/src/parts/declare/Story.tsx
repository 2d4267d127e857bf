import { Button } from "@mantine/core";
import { type Entry, useEntries } from "../../api/entries";
import { useNow } from "../../kit/now";
import { Loaded } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import { saidIn } from "./story";
import classes from "./Story.module.css";

/** What happened, newest first: of the timeline what is meant for the establishment. */
export function Story({ caseId, fresh }: { caseId: string; fresh: ReadonlySet<number> }) {
  const { t } = useWords();
  const timeline = useEntries(caseId);
  return (
    <Loaded query={timeline}>
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.items);
        if (entries.length === 0) return <p className={classes.none}>{t("own.thread.none")}</p>;
        return (
          <>
            <ol className={classes.thread}>
              {entries.map((entry) => (
                <Line key={entry.eventId} entry={entry} isNew={fresh.has(entry.seq)} />
              ))}
            </ol>
            {timeline.hasNextPage && (
              <Button mt={8} variant="default" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
                {t("own.thread.more")}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Line({ entry: e, isNew }: { entry: Entry; isNew: boolean }) {
  const say = useWords();
  const { t, at, code, has } = say;
  const now = useNow();
  const title = has(`own.event.${e.type}`) ? code("own.event", e.type) : t("own.event.other");
  const said = saidIn(e, say);
  return (
    <li>
      <p className={classes.who}>
        <b>{title}</b> {isNew && <strong className={classes.isNew}>{t("own.new.mark")}</strong>}{" "}
        <span>
          {e.author && `${e.author.name} · `}
          {at(e.occurredAt, now)}
        </span>
      </p>
      {said && <p className={classes.text}>{said}</p>}
    </li>
  );
}
