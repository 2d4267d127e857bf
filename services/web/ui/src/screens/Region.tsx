import { Title } from "@mantine/core";
import { NotFound } from "../app/Message";
import { has, useMe } from "../api/me";
import { type RegionCase, useRegion } from "../api/region";
import { useNow } from "../kit/now";
import { useTitle } from "../kit/useTitle";
import { Failed, Loaded } from "../kit/Waiting";
import { CareByLine } from "../parts/region/CareByLine";
import { figuresOf, inOrder } from "../parts/region/region";
import { RegionCases } from "../parts/region/RegionCases";
import classes from "../parts/region/region.module.css";
import ownClasses from "./Region.module.css";
import { useWords } from "../words/useWords";

/** What the authority sees of its region: care first, then the open cases in its order, with the only clock that is its own. */
export default function RegionPage() {
  return has(useMe(), "AUTHORITY") ? <Region /> : <NotFound />;
}

function Region() {
  const { t, clock } = useWords();
  useTitle(t("region.place"));
  const query = useRegion();
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Title order={1} fz={20}>
          {t("region.place")}
        </Title>
        <p>{t("region.lead")}</p>
        {query.dataUpdatedAt > 0 && <p className={classes.updated}>{t("region.updated", { time: clock(query.dataUpdatedAt) })}</p>}
      </header>
      {query.isError && query.data && <Failed error={query.error} retry={() => void query.refetch()} />}
      <Loaded query={query}>
        {({ pages }) => (
          <Open cases={pages.flatMap((page) => page.items)} more={!query.hasNextPage && !!pages.at(-1)?.next} reading={query.hasNextPage} />
        )}
      </Loaded>
    </div>
  );
}

function Open({ cases, more, reading }: { cases: RegionCase[]; more: boolean; reading: boolean }) {
  const { t } = useWords();
  const now = useNow();
  const { real, exercises } = inOrder(cases, now);
  const figures = figuresOf(real, now);
  return (
    <>
      {reading && <p role="status">{t("region.reading")}</p>}
      {more && <p role="status">{t("region.more", { n: cases.length })}</p>}
      <ul className={ownClasses.figures}>
        <li>
          <strong>{t("region.open", { n: figures.open })}</strong>
          <span>{t("region.harmed", { n: figures.harmed })}</span>
        </li>
        <li data-loud={figures.crises > 0 ? "crisis" : undefined}>
          <strong>{t("region.crises", { n: figures.crises })}</strong>
        </li>
        <li data-loud={figures.touched > 0 ? "major" : undefined}>
          <strong>{t("region.touched", { n: figures.touched })}</strong>
        </li>
        <li data-loud={figures.pastAim > 0 ? "major" : undefined}>
          <strong>{t("region.toReport", { n: figures.toReport })}</strong>
          <span>{t("region.pastAim", { n: figures.pastAim })}</span>
        </li>
      </ul>
      <section aria-labelledby="lines" className={classes.section}>
        <h2 id="lines">{t("region.care")}</h2>
        <CareByLine cases={real} now={now} />
      </section>
      <section aria-labelledby="open" className={classes.section}>
        <h2 id="open">{t("region.cases")}</h2>
        {real.length > 0 ? <RegionCases cases={real} now={now} /> : <p className={classes.quiet}>{t("region.none")}</p>}
      </section>
      {exercises.length > 0 && (
        <section aria-labelledby="exercises" className={classes.section}>
          <h2 id="exercises">{t("region.exercises", { n: exercises.length })}</h2>
          <p className={classes.quiet}>{t("region.exercises.not")}</p>
          <RegionCases cases={exercises} now={now} />
        </section>
      )}
    </>
  );
}
