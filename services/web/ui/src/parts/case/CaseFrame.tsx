import { ActionIcon, CopyButton, Text, Title } from "@mantine/core";
import { useElementSize, useIntersection } from "@mantine/hooks";
import { IconCheck, IconCopy, IconHeartbeat, IconLock, IconUserEdit } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from "react";
import type { WholeCase } from "../../api/responder";
import { peopleOf, placeOf } from "../../kit/CaseCard";
import { People, useNameOf } from "../../kit/People";
import { CaseSeverity } from "../../kit/Severity";
import { PrintedAt } from "../../kit/PrintedAt";
import { useWords } from "../../words/useWords";
import { CaseActions } from "./CaseActions";
import { ClockStrip } from "./ClockStrip";
import { Notices } from "./Notices";
import { StatusPath } from "./StatusPath";
import { TeamDialog } from "./TeamDialog";
import classes from "./CaseFrame.module.css";

/** Where one is in a case. Who read it is no tab: one gets there by the menu. */
export type Tab = "overview" | "timeline" | "tasks" | "reads";
const ADDRESS = { overview: "/cases/$case", timeline: "/cases/$case/timeline", tasks: "/cases/$case/tasks" } as const;

/** The frame of every page of a case: who, how bad, which clock, what one may do; then the tabs. */
export function CaseFrame({ theCase: c, tab, children }: { theCase: WholeCase; tab: Tab; children: ReactNode }) {
  const { t } = useWords();
  const { ref, height } = useElementSize();
  const nameOf = useNameOf();
  const { ref: name, entry } = useIntersection<HTMLDivElement>();
  const row = useRef<HTMLDivElement>(null);
  const [teaming, setTeaming] = useState(false);
  const place = placeOf(c);
  useEffect(() => {
    row.current?.scrollTo({ left: (row.current.querySelector<HTMLElement>("[aria-current]")?.offsetLeft ?? 0) - 80 });
  }, []);
  const count = c.taskProgress.total > 0 ? `${c.taskProgress.done}/${c.taskProgress.total}` : "";
  return (
    <div className={classes.frame} style={{ "--head": `${height}px` } as CSSProperties}>
      <div className={classes.head} ref={ref}>
        <PrintedAt />
        <div className={classes.crumbs}>
          <Reference c={c} />
          <StatusPath c={c} />
        </div>
        <div className={classes.identity}>
          <div className={classes.who}>
            <div className={classes.name} ref={name}>
              <Title order={1} fz={22} lh={1.2}>
                {place?.name ?? c.reference}
              </Title>
              <span className={classes.severity}>
                <CaseSeverity c={c} trend />
                <Text span size="sm" c="var(--ink-2)" fw={550}>
                  {c.severity && c.trend !== "STABLE" && t(`kit.trend.${c.trend}`)}
                </Text>
              </span>
            </div>
            <Facts c={c} />
          </div>
          <div className={classes.people}>
            <People names={peopleOf(c)} size={26} />
            <Text size="sm" c="dimmed">
              {c.lead ? t("case.lead", { name: nameOf(c.lead) }) : t("case.nolead")}
            </Text>
            <ActionIcon variant="subtle" color="stone" size={30} aria-label={t("case.people.edit")} onClick={() => setTeaming(true)}>
              <IconUserEdit size={17} stroke={1.7} />
            </ActionIcon>
          </div>
          <CaseActions c={c} />
        </div>
        <Notices c={c} />
        <ClockStrip c={c} />
      </div>
      <nav className={classes.tabs} aria-label={t("case.tabs")} data-away={(entry && !entry.isIntersecting) || undefined}>
        <span className={classes.mini} aria-hidden>
          <CaseSeverity c={c} short />
          <span>{place?.name}</span>
        </span>
        <div className={classes.tabrow} ref={row}>
          {(["overview", "timeline", "tasks"] as const).map((key) => (
            <Link
              key={key}
              to={ADDRESS[key]}
              params={{ case: c.reference }}
              className={classes.tab}
              aria-current={key === tab ? "page" : undefined}
              activeOptions={{ exact: true }}
            >
              {t(`case.tab.${key}`)}
              {key === "tasks" && count && <span>{count}</span>}
            </Link>
          ))}
        </div>
      </nav>
      {children}
      {teaming && <TeamDialog theCase={c} onClose={() => setTeaming(false)} />}
    </div>
  );
}

function Reference({ c }: { c: WholeCase }) {
  const { t } = useWords();
  return (
    <div className={classes.ref}>
      <span className={classes.up}>
        <Link to="/cases">{t("case.cases")}</Link> /
      </span>
      <span className="mono">{c.reference}</span>
      <CopyButton value={c.reference}>
        {({ copied, copy }) => (
          <ActionIcon variant="subtle" color="stone" size={24} aria-label={t(copied ? "kit.copied" : "case.copy")} onClick={copy}>
            {copied ? <IconCheck size={14} stroke={2} /> : <IconCopy size={14} stroke={1.8} />}
          </ActionIcon>
        )}
      </CopyButton>
      <span className={classes.tlp}>TLP:{c.tlp.replace("_", "+")}</span>
      {c.access.restricted && (
        <span className={classes.tlp}>
          <IconLock size={13} stroke={2} aria-hidden /> {t("case.restricted")}
        </span>
      )}
    </div>
  );
}

/** Patients first, then what it is and where. */
function Facts({ c }: { c: WholeCase }) {
  const { t } = useWords();
  const place = placeOf(c);
  const harm = c.patientHarm === "POTENTIAL" || c.patientHarm === "PROVEN";
  const care = c.careMode === "DEGRADED" || c.careMode === "INTERRUPTED";
  const hurt = [...(harm ? [t(`kit.harm.${c.patientHarm}`)] : []), ...(care ? [t(`kit.care.${c.careMode}`)] : [])];
  const [first, ...rest] = hurt;
  return (
    <div className={classes.facts}>
      {first && (
        <span className={classes.harm} data-harm={c.patientHarm} data-care={c.careMode}>
          <IconHeartbeat size={16} stroke={1.9} aria-hidden />
          {[first, ...rest.map((it) => it.toLocaleLowerCase())].join(", ")}
        </span>
      )}
      <span>{t(`kit.type.${c.incidentType}`)}</span>
      {place && (
        <span>
          {place.commune ?? ""} ({place.department})
        </span>
      )}
      {c.affected.length > 1 && <span>{t("board.others", { n: c.affected.length - 1 })}</span>}
      {c.significant && c.severity && <span>{t("case.significant")}</span>}
    </div>
  );
}
