import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { useOpenBeside, type WholeCase } from "../../api/responder";
import { useNow } from "../../kit/now";
import { ms } from "../../words/time";
import { useWords } from "../../words/useWords";
import classes from "./CaseFrame.module.css";

/** What is unusual of a case, each in one sentence. */
export function Notices({ c }: { c: WholeCase }) {
  const { t, day, since } = useWords();
  const now = useNow();
  const notices = [
    ...(c.exercise ? [t("case.exercise")] : []),
    ...(c.restrictionPending ? [t("case.access.pending")] : []),
    ...(c.merging ? [t("case.merging")] : []),
    ...(c.status === "ON_HOLD" && c.heldUntil && c.heldFrom
      ? [
          ms(c.heldUntil) <= now
            ? t("case.held.over", { since: since(c.heldUntil, now), from: t(`board.status.${c.heldFrom}`) })
            : t("case.held", { day: day(c.heldUntil, now), from: t(`board.status.${c.heldFrom}`) }),
        ]
      : []),
  ];
  const beside = useOpenBeside(c).data ?? [];
  if (notices.length === 0 && !c.mergedIntoReference && beside.length === 0) return null;
  return (
    <div className={classes.notices}>
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      {beside.length > 0 && (
        <p>
          {t("case.beside", { n: beside.length })}{" "}
          {beside.map((it, i) => (
            <Fragment key={it.id}>
              {i > 0 && ", "}
              <Link to="/cases/$case" params={{ case: it.reference }}>
                {it.reference}
              </Link>
            </Fragment>
          ))}
        </p>
      )}
      {c.mergedIntoReference && (
        <p>
          <Link to="/cases/$case" params={{ case: c.mergedIntoReference }}>
            {t("case.merged", { reference: c.mergedIntoReference })}
          </Link>
        </p>
      )}
    </div>
  );
}
