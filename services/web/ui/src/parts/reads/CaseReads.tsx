import { Button } from "@mantine/core";
import { IconEyeOff, IconLock, IconPrinter } from "@tabler/icons-react";
import { useMe } from "../../api/me";
import { SOURCES, useReads } from "../../api/reads";
import { useNow } from "../../kit/now";
import { useNameOf } from "../../kit/People";
import { Loading } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import classes from "./reads.module.css";
import { daysOf, shortest, type Visit, visitsOf } from "./visits";

/** Who read the case, or tried to: of every service that has something of it. */
export function CaseReads({ caseId }: { caseId: string }) {
  const { t, day } = useWords();
  const now = useNow();
  const reads = useReads(caseId);
  const lists = SOURCES.flatMap((source) => {
    const { data, hasNextPage, fetchNextPage } = reads[source];
    return data ? [{ items: data.pages.flatMap((it) => it.items), more: hasNextPage, fetchNextPage }] : [];
  });
  const waiting = SOURCES.some((source) => reads[source].isPending && !reads[source].isError);
  const days = waiting ? [] : daysOf(visitsOf(lists));
  const more = shortest(lists);
  return (
    <div className={classes.page}>
      <div className={classes.intro}>
        <div>
          <h2>{t("reads.title")}</h2>
          <p>{t("reads.what")}</p>
        </div>
        <Button
          variant="default"
          size="xs"
          className={classes.print ?? ""}
          leftSection={<IconPrinter size={16} stroke={1.8} aria-hidden />}
          onClick={() => window.print()}
        >
          {t("reads.print")}
        </Button>
      </div>
      <Missing reads={reads} />
      {waiting && <Loading />}
      {!waiting && days.length === 0 && lists.length > 0 && <p className={classes.none}>{t("reads.none")}</p>}
      {days.length > 0 && (
        <table className={classes.table}>
          <caption className="sr-only">{t("reads.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("reads.col.when")}</th>
              <th scope="col">{t("reads.col.who")}</th>
              <th scope="col">{t("reads.col.what")}</th>
            </tr>
          </thead>
          {days.map(({ day: key, visits }) => (
            <tbody key={key}>
              <tr className={classes.day}>
                <th scope="rowgroup" colSpan={3}>
                  {day(visits[0]?.to ?? key, now)}
                </th>
              </tr>
              {visits.map((it) => (
                <Line key={it.key} visit={it} />
              ))}
            </tbody>
          ))}
        </table>
      )}
      {!waiting && more.length > 0 && (
        <Button
          variant="default"
          size="xs"
          className={classes.more ?? ""}
          loading={SOURCES.some((source) => reads[source].isFetchingNextPage)}
          onClick={() => more.forEach((it) => void it.fetchNextPage())}
        >
          {t("reads.more")}
        </Button>
      )}
    </div>
  );
}

/** Which services have not said who asked: the list is not whole, and says so. */
function Missing({ reads }: { reads: ReturnType<typeof useReads> }) {
  const { t, list, problem } = useWords();
  const failed = SOURCES.filter((source) => reads[source].isError);
  const first = failed[0];
  if (!first) return null;
  const again = () => {
    for (const source of failed) void (reads[source].data ? reads[source].fetchNextPage() : reads[source].refetch());
  };
  return (
    <div className={classes.missing} role="alert">
      <p>
        <b>{t("reads.missing", { what: list(failed.map((source) => t(`reads.source.${source}`))), n: failed.length })}</b>{" "}
        {problem(reads[first].error)}
      </p>
      <Button variant="default" size="xs" loading={failed.some((source) => reads[source].isFetching)} onClick={again}>
        {t("kit.retry")}
      </Button>
    </div>
  );
}

function Line({ visit: it }: { visit: Visit }) {
  const { t, code, clock, list } = useWords();
  const me = useMe();
  const nameOf = useNameOf();
  const what = list(it.what.map((name) => code("reads.of", name)));
  const refused = it.outcome !== "ALLOWED";
  const Icon = it.outcome === "HIDDEN" ? IconEyeOff : IconLock;
  const [from, to] = [clock(it.from), clock(it.to)];
  return (
    <tr data-refused={refused || undefined}>
      <td className={classes.when}>{from === to ? to : t("reads.span", { from, to })}</td>
      <th scope="row">
        {it.name ?? nameOf(it.subject)}
        {it.subject === me?.subject && ` ${t("reads.you")}`}
        <span className={classes.role}>{it.role ? code("reason.role", it.role) : t("reads.norole")}</span>
      </th>
      <td>
        {t(it.action === "CHANGE" ? (refused ? "reads.change.tried" : "reads.change") : refused ? "reads.read.tried" : "reads.read", {
          what,
        })}
        {refused && (
          <span className={classes.refused}>
            <Icon size={15} stroke={2} aria-hidden /> {code("reads.outcome", it.outcome)}
          </span>
        )}
      </td>
    </tr>
  );
}
