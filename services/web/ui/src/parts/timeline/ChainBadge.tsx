import { Button, Popover, UnstyledButton } from "@mantine/core";
import { IconLink, IconLinkOff } from "@tabler/icons-react";
import { useState } from "react";
import { allLines, useVerification } from "../../api/lines";
import { serverNow, useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import { chainText, heldOutside } from "./heldOutside";
import { grouped, short } from "./lines";
import classes from "./timeline.module.css";
import ownClasses from "./ChainBadge.module.css";

const A_MINUTE = 60_000;

/** Puts a file of all lines where the browser keeps downloads. */
async function download(caseId: string) {
  const file = new Blob([JSON.stringify(await allLines(caseId), null, 2)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `timeline-${caseId}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The proof that nobody rewrote the log: how many lines, up to which digest, checked when, and how to check it without us. */
export function ChainBadge({ caseId }: { caseId: string }) {
  const { t, at, full, duration, problem } = useWords();
  const now = Math.max(useNow(), serverNow());
  const checked = useVerification(caseId);
  const [failed, setFailed] = useState<unknown>(null);
  const chain = checked.data;
  if (!chain) {
    return (
      <span className={classes.unchecked} role="status">
        {checked.isError ? `${t("timeline.chain.unknown")} ${problem(checked.error)}` : t("timeline.chain.checking")}
      </span>
    );
  }
  const age = now - checked.dataUpdatedAt;
  const Icon = chain.valid ? IconLink : IconLinkOff;
  const held = heldOutside(chain);
  const rows: [string, string, boolean][] = [
    ...(chain.head ? [[t("timeline.chain.head"), grouped(chain.head), true] as [string, string, boolean]] : []),
    [t("timeline.chain.checked"), age < A_MINUTE ? t("timeline.chain.now") : t("timeline.chain.ago", { length: duration(age) }), false],
    [
      t("timeline.chain.anchored"),
      chain.anchored
        ? t("timeline.chain.anchored.at", { n: chain.anchored.seq, at: at(chain.anchored.at, now) })
        : t("timeline.chain.anchored.none"),
      false,
    ],
    [t("timeline.chain.held"), t(held.key, { n: held.n, at: held.since ? full(held.since) : "" }), false],
    ...(chain.anchored ? [[t("timeline.chain.root"), grouped(chain.anchored.root), true] as [string, string, boolean]] : []),
    ...(chain.redacted > 0
      ? [[t("timeline.chain.redacted"), t("timeline.chain.lines", { n: chain.redacted }), false] as [string, string, boolean]]
      : []),
  ];
  return (
    <Popover width="min(420px, 92vw)" position="bottom-end" shadow="md" withRoles trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.chain} data-broken={!chain.valid || undefined}>
          <Icon size={16} stroke={2} aria-hidden />
          <span>{chain.valid ? t("timeline.chain.ok") : t("timeline.chain.broken", { n: chain.firstInvalid ?? 0 })}</span>
          <span className={ownClasses.chainhead}>
            {t("timeline.chain.lines", { n: chain.entries })}
            {chain.head && (
              <>
                {" "}
                · <span className="mono">{short(chain.head)}</span>
              </>
            )}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("timeline.chain")}>
        <p className={ownClasses.chaintext}>{t(chainText(chain), { n: chain.firstInvalid ?? 0 })}</p>
        <dl className={classes.digest}>
          {rows.map(([name, value, mono]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={mono ? "mono" : undefined}>{value}</dd>
            </div>
          ))}
        </dl>
        <h3 className={ownClasses.chainhow}>{t("timeline.chain.outside")}</h3>
        <ol className={ownClasses.chainsteps}>
          <li>{t("timeline.chain.outside.take")}</li>
          <li>{t("timeline.chain.outside.hash")}</li>
          <li>{t("timeline.chain.outside.seal")}</li>
          <li>{t("timeline.chain.outside.compare")}</li>
        </ol>
        {failed !== null && (
          <p className={classes.bad} role="alert">
            {problem(failed)}
          </p>
        )}
        <div className={classes.acts}>
          <Button variant="default" size="xs" loading={checked.isFetching} onClick={() => void checked.refetch()}>
            {t("timeline.chain.again")}
          </Button>
          <Button variant="default" size="xs" onClick={() => void download(caseId).then(() => setFailed(null), setFailed)}>
            {t("timeline.chain.download")}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
