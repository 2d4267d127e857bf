import { Avatar, Title } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useOwnCase } from "../api/cases";
import { useDeclaration } from "../api/declarations";
import { useEntries } from "../api/entries";
import type { OwnCase } from "../api/cases";
import { mayAnswer, useOwnTasks } from "../api/tasks";
import { CallButton } from "../kit/CallButton";
import { LinkButton, TextLink } from "../kit/LinkButton";
import { useNow } from "../kit/now";
import { CaseSeverity } from "../kit/Severity";
import { useTitle } from "../kit/useTitle";
import { Loaded } from "../kit/Waiting";
import { Worded } from "../kit/Worded";
import { CaseSteps } from "../parts/declare/CaseSteps";
import { Clocks } from "../parts/declare/Clocks";
import { Gestures } from "../parts/declare/Gestures";
import { NationalReport } from "../parts/declare/NationalReport";
import { NewMessages } from "../parts/declare/NewMessages";
import { OwnCare } from "../parts/declare/OwnCare";
import { OwnTasks } from "../parts/declare/OwnTasks";
import { sentencesOf } from "../parts/declare/standing";
import { Story } from "../parts/declare/Story";
import { useNewMessages } from "../parts/declare/useMessages";
import { useWords } from "../words/useWords";
import classes from "./CaseForDeclarant.module.css";

/** The establishment's view of its own case. On a phone what is to be done comes before what is to be known. */
export function CaseForDeclarant({ id }: { id: string }) {
  const query = useOwnCase(id);
  return (
    <Worded pack="form">
      <Loaded query={query}>{(c) => <Own c={c} />}</Loaded>
    </Worded>
  );
}

function Own({ c }: { c: OwnCase }) {
  const say = useWords();
  const { t, code } = say;
  const now = useNow();
  useTitle(c.reference);
  const joined = useDeclaration(c.id).data?.mergedInto;
  const tasks = useOwnTasks(c.id);
  const gestures = (tasks.data ?? []).filter((task) => task.gesture && (task.reply || mayAnswer(task)));
  const others = (tasks.data ?? []).filter((task) => !task.gesture);
  const timeline = useEntries(c.id);
  const messages = useNewMessages(
    c.id,
    timeline.data?.pages.flatMap((page) => page.items),
  );
  const own = c.affected.map((place) => place.name).join(", ");
  return (
    <>
      <header className={classes.head}>
        <div>
          {c.exercise && <p className={classes.exercise}>{t("own.exercise")}</p>}
          <p className={classes.where}>
            {own} · <span className="mono">{c.reference}</span> · {code("kit.type", c.incidentType)}
          </p>
          <Title order={1} fz={28} lh={1.2}>
            {code("own.state", c.status)}
          </Title>
          <p className={classes.lead}>{sentencesOf(c, now, say).join(" ")}</p>
          {joined && (
            <LinkButton to="/cases/$case" params={{ case: joined }} className={classes.joined}>
              {t("declare.sent.merged")}
            </LinkButton>
          )}
        </div>
        <div className={classes.who}>
          {c.lead && (
            <div className={classes.person}>
              <Avatar size={44} radius="xl" name={c.lead} color="stone" aria-hidden />
              <span>
                <b>{c.lead}</b>
                <span>{t("own.who.lead")}</span>
              </span>
            </div>
          )}
          <CallButton iconSize={18} />
          {!c.lead && (c.step === "RECEIVED" || c.step === "TRIAGE") && <p className={classes.small}>{t("own.who.nolead")}</p>}
        </div>
        <CaseSteps theCase={c} />
      </header>
      <NewMessages messages={messages} />
      <div className={classes.page}>
        <div className={classes.main}>
          {gestures.length > 0 && (
            <section aria-labelledby="gestures">
              <h2 id="gestures">{t("own.gestures")}</h2>
              <Gestures caseId={c.id} tasks={gestures} />
            </section>
          )}
          <section aria-labelledby="tasks">
            <h2 id="tasks">
              {t("own.tasks")}{" "}
              {others.length > 0 && (
                <span>{t("own.tasks.count", { done: others.filter((task) => task.status === "DONE").length, total: others.length })}</span>
              )}
            </h2>
            <Loaded query={tasks}>{() => <OwnTasks caseId={c.id} tasks={others} />}</Loaded>
          </section>
        </div>
        <div className={classes.side}>
          <section aria-labelledby="severity">
            <h2 id="severity">{t("own.severity")}</h2>
            <CaseSeverity c={c} />
          </section>
          {c.care && (
            <section aria-labelledby="care">
              <h2 id="care">{t("own.care")}</h2>
              <OwnCare care={c.care} now={now} />
            </section>
          )}
          <section aria-labelledby="clocks">
            <h2 id="clocks">{t("declare.clocks.title")}</h2>
            <Clocks clocks={c.deadlines.filter((clock) => clock.kind !== "TARGET")} now={now} places={c.affected} />
          </section>
          <Declared c={c} now={now} />
        </div>
        <div className={classes.story}>
          <section aria-labelledby="story">
            <h2 id="story">{t("own.thread")}</h2>
            <Story caseId={c.id} fresh={new Set(messages.map((it) => it.seq))} />
          </section>
          <section aria-labelledby="sees">
            <h2 id="sees">{t("own.sees")}</h2>
            <p className={classes.small}>{t("own.sees.text")}</p>
          </section>
        </div>
      </div>
    </>
  );
}

/** The case took the id of its declaration; a case opened by a responder has none. */
function Declared({ c, now }: { c: OwnCase; now: number }) {
  const { t, at } = useWords();
  const d = useDeclaration(c.id).data;
  if (!d) return null;
  const reported = d.nationalReport?.done === "YES";
  return (
    <>
      <section aria-labelledby="national">
        <h2 id="national">{t("declare.form.national")}</h2>
        {reported ? (
          <p className={classes.small}>
            {t("declare.national.recorded")} {d.nationalReport?.reference && <span className="mono">{d.nationalReport.reference}</span>}
          </p>
        ) : (
          <>
            <p className={classes.notdone}>{t("declare.national.todo")}</p>
            <p className={classes.small}>{t("declare.national.todo.why")}</p>
            <NationalReport declaration={d} text={false} quiet />
          </>
        )}
      </section>
      <section aria-labelledby="docs">
        <h2 id="docs">{t("own.docs")}</h2>
        <p className={classes.small}>
          <TextLink to="/declarations/$declaration" params={{ declaration: d.id }} className="mono">
            {d.reference}
          </TextLink>{" "}
          · {t("own.docs.version", { n: d.version, at: at(d.submittedAt, now) })}
        </p>
        <div className={classes.actions}>
          <LinkButton
            to="/declarations/$declaration/complement"
            params={{ declaration: d.id }}
            variant="default"
            leftSection={<IconPencil size={18} stroke={1.8} aria-hidden />}
          >
            {t("declare.sent.complete")}
          </LinkButton>
        </div>
      </section>
    </>
  );
}
