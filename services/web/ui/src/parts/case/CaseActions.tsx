import { Button, Menu } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronDown, IconLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { has, useMe } from "../../api/me";
import type { Action, AllowedAction, WholeCase } from "../../api/responder";
import { LinkItem } from "../../kit/LinkItem";
import { Send } from "../../kit/Send";
import { useWords } from "../../words/useWords";
import { ActionDialog } from "../act/ActionDialog";
import { useReason } from "../act/useReason";
import { nextOf } from "../board/moves";
import { AccessDialog } from "./AccessDialog";
import classes from "./CaseActions.module.css";

const mayAsk = (it: AllowedAction): boolean => it.allowed || it.waivable;
const OF_TASKS = new Set(["MANDATORY_TASKS_OPEN", "TASKS_NOT_LAID_OUT"]);

/** The next step of the case, always in the same place; refused it stays readable and says what lacks. Beside it the rest. */
export function CaseActions({ c }: { c: WholeCase }) {
  const { t } = useWords();
  const leads = has(useMe(), "LEAD");
  const reason = useReason(c.affected);
  const [acting, act] = useState<Action | null>(null);
  const [opening, setOpening] = useState(false);
  const next = nextOf(c.status, c.allowedActions);
  const others = c.allowedActions.filter((it) => it.action !== next?.action);
  const open = others.filter(mayAsk);
  const refused = others.filter((it) => !mayAsk(it));
  const why = next && !next.allowed ? next.reasons : [];
  return (
    <div className={classes.actions}>
      <div className={classes.buttons}>
        <Menu position="bottom-end" width={340} shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={15} stroke={1.8} />}>
              {t("act.other")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {open.map((it) => (
              <Menu.Item key={it.action} onClick={() => act(it.action)}>
                {t(`act.${it.action}`)}…
              </Menu.Item>
            ))}
            {leads && <Menu.Item onClick={() => setOpening(true)}>{t("case.access.edit")}…</Menu.Item>}
            {leads && (
              <LinkItem to="/cases/$case/reads" params={{ case: c.reference }}>
                {t("case.tab.reads")}
              </LinkItem>
            )}
            {refused.length > 0 && <Menu.Label>{t("reason.title")}</Menu.Label>}
            {refused.map((it) => (
              <Menu.Item
                key={it.action}
                aria-disabled
                closeMenuOnClick={false}
                className={classes.refused ?? ""}
                leftSection={<IconLock size={15} stroke={1.8} aria-hidden />}
              >
                {t(`act.${it.action}`)}
                <span>{it.reasons.map(reason).join(" ")}</span>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {next && (
          <Send
            onClick={() => act(next.action)}
            variant={next.allowed ? "filled" : "default"}
            data-next-step
            locked={mayAsk(next) ? undefined : "why-not"}
          >
            {t(`act.${next.action}`)}
          </Send>
        )}
      </div>
      {why.length > 0 && <WhyNot why={why} c={c} />}
      {acting && <ActionDialog id={c.id} action={acting} onClose={() => act(null)} />}
      {opening && <AccessDialog theCase={c} onClose={() => setOpening(false)} />}
    </div>
  );
}

/** Every reason at once, each with the way to what is missing; on a phone folded, for what happens matters more there. */
function WhyNot({ why, c }: { why: AllowedAction["reasons"]; c: WholeCase }) {
  const { t } = useWords();
  const reason = useReason(c.affected);
  const narrow = useMediaQuery("(max-width: 860px)", undefined, { getInitialValueInEffect: false }) ?? false;
  const list = why.map((it, i) => (
    <span key={it.code + i}>
      {" "}
      {OF_TASKS.has(it.code) ? (
        <Link to="/cases/$case/tasks" params={{ case: c.reference }}>
          {reason(it)}
        </Link>
      ) : (
        reason(it)
      )}
    </span>
  ));
  return narrow && why.length > 1 ? (
    <details className={classes.why} id="why-not">
      <summary>{t("case.notyet.count", { n: why.length })}</summary>
      {list}
    </details>
  ) : (
    <p id="why-not" className={classes.why}>
      {t("case.notyet.why")}
      {list}
    </p>
  );
}
