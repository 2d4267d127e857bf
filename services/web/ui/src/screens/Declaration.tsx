import { IconCircleCheckFilled, IconFolderOpen, IconPencil } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useOwnCase } from "../api/cases";
import { useDeclaration } from "../api/declarations";
import { responds, useMe } from "../api/me";
import type { Declaration } from "../api/declarations";
import { mayAnswer, useOwnTasks } from "../api/tasks";
import { CopyLabel } from "../kit/CopyLabel";
import { LinkButton } from "../kit/LinkButton";
import { useNow } from "../kit/now";
import { useTitle } from "../kit/useTitle";
import { Failed, Loaded } from "../kit/Waiting";
import { Worded } from "../kit/Worded";
import { Clocks } from "../parts/declare/Clocks";
import { Gestures } from "../parts/declare/Gestures";
import { NationalDuty } from "../parts/declare/NationalDuty";
import { OpenBeside } from "../parts/declare/OpenBeside";
import { Recorded } from "../parts/declare/Recorded";
import { Taken } from "../parts/declare/Taken";
import { useWords } from "../words/useWords";
import classes from "./Sent.module.css";

/** What comes after sending, in this order: who has it, what saves the hospital, the paperwork, the clocks. */
export default function DeclarationPage() {
  const { declaration: id } = useParams({ from: "/declarations/$declaration" });
  const me = useMe();
  const query = useDeclaration(id);
  return (
    <Worded pack="form">
      <Loaded query={query}>{(d) => (responds(me) ? <Recorded declaration={d} /> : <Sent declaration={d} />)}</Loaded>
    </Worded>
  );
}

function Sent({ declaration: d }: { declaration: Declaration }) {
  const { t, at, code } = useWords();
  const now = useNow();
  useTitle(d.reference);
  // A case that joined another goes on there.
  const caseId = d.mergedInto ?? d.caseReference;
  const theCase = useOwnCase(caseId);
  const tasks = useOwnTasks(caseId);
  const gestures = (tasks.data ?? []).filter((task) => task.gesture && (task.reply || mayAnswer(task)));
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <p className={classes.ok} role="status">
          <IconCircleCheckFilled size={22} aria-hidden />
          {t("declare.sent.ok", { at: at(d.submittedAt, now) })}
        </p>
        <Taken declaration={d} theCase={theCase.data} />
        <Reference declaration={d} />
        <OpenBeside declaration={d} />
      </header>
      <section className={classes.next} aria-labelledby="now">
        <h2 id="now">{t("declare.gesture.title")}</h2>
        {gestures.length > 0 && caseId ? (
          <>
            <p className={classes.small}>{t("declare.gesture.lead")}</p>
            <Gestures caseId={caseId} tasks={gestures} />
          </>
        ) : tasks.isError && !tasks.data ? (
          <Failed error={tasks.error} retry={() => void tasks.refetch()} />
        ) : (
          <p className={classes.small}>{t("declare.gesture.waiting")}</p>
        )}
      </section>
      <section className={classes.legal} aria-labelledby="legal">
        <h2 id="legal">{t("declare.sent.paper")}</h2>
        <NationalDuty declaration={d} clocks={theCase.data?.deadlines ?? []} />
      </section>
      <section className={classes.ars} aria-labelledby="ars">
        <h2 id="ars">{t("declare.ars.title")}</h2>
        <p className={classes.detail}>{t("declare.ars.note")}</p>
      </section>
      <div className={classes.side}>
        <section aria-labelledby="clocks">
          <h2 id="clocks">{t("declare.clocks.title")}</h2>
          {theCase.data ? (
            <>
              {d.discoveredAt && <p className={classes.small}>{t("declare.clocks.from", { at: at(d.discoveredAt, now) })}</p>}
              <Clocks clocks={theCase.data.deadlines.filter((c) => c.kind !== "TARGET")} now={now} places={theCase.data.affected} />
            </>
          ) : (
            <p className={classes.small}>{t("declare.clocks.none")}</p>
          )}
        </section>
        <section aria-labelledby="after">
          <h2 id="after">{t("declare.sent.after")}</h2>
          <div className={classes.actions}>
            {caseId && (
              <LinkButton
                to="/cases/$case"
                params={{ case: caseId }}
                variant="default"
                leftSection={<IconFolderOpen size={18} stroke={1.8} aria-hidden />}
              >
                {t("declare.sent.open")}
              </LinkButton>
            )}
            <LinkButton
              to="/declarations/$declaration/complement"
              params={{ declaration: d.id }}
              variant="default"
              leftSection={<IconPencil size={18} stroke={1.8} aria-hidden />}
            >
              {t("declare.sent.complete")}
            </LinkButton>
          </div>
          <p className={classes.small}>
            {t("declare.sent.version", { n: d.version })}. {t("declare.sent.later")} {d.exercise && code("declare.form", "exercise")}
          </p>
        </section>
      </div>
    </div>
  );
}

function Reference({ declaration: d }: { declaration: Declaration }) {
  const { t } = useWords();
  return (
    <div className={classes.ref}>
      <span className={classes.label}>{t("declare.sent.ref")}</span>
      <span className={`mono ${classes.number}`}>{d.reference}</span>
      <CopyLabel text={d.reference} label={t("kit.copy")} size="sm" h={44} />
      <span className={classes.site}>{d.establishment.name}</span>
    </div>
  );
}
