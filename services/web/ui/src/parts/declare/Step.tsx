import { IconAlertCircle, IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "../../words/useWords";
import classes from "./Form.module.css";
import ownClasses from "./Step.module.css";

/** One numbered question; its error stands between the question and the answer. */
export function Step({
  n,
  id,
  title,
  hint,
  error,
  children,
}: {
  n: number;
  id: string;
  title: string;
  hint?: string;
  error?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={ownClasses.step} aria-labelledby={id}>
      <h2 id={id}>
        <span className={ownClasses.n} aria-hidden>
          {n}
        </span>
        {title}
      </h2>
      {hint && <p className={classes.hint}>{hint}</p>}
      {error}
      {children}
    </section>
  );
}

/** Why an answer stops the sending. */
export function Wrong({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span className={classes.error} id={id}>
      <IconAlertCircle size={18} stroke={2} aria-hidden />
      <span>{children}</span>
    </span>
  );
}

interface FoldedProps {
  id?: string;
  title: string;
  answers: number;
  open?: boolean;
  children: ReactNode;
}

/** What can wait: folded, with the number of answers in it. */
export function Folded({ id, title, answers, open = false, children }: FoldedProps) {
  const { t } = useWords();
  return (
    <details id={id} className={ownClasses.folded} open={open || undefined}>
      <summary>
        <h3>{title}</h3>
        <span className={ownClasses.count}>{t("declare.form.more.count", { n: answers })}</span>
        <IconChevronDown className={ownClasses.chevron} size={20} stroke={1.8} aria-hidden />
      </summary>
      <div className={ownClasses.inside}>{children}</div>
    </details>
  );
}
