import { IconMessageCircleExclamation } from "@tabler/icons-react";
import type { Entry } from "../../api/entries";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import classes from "./NewMessages.module.css";

/** What PRIS has written since the last visit stands before everything else: it may be a question. */
export function NewMessages({ messages }: { messages: readonly Entry[] }) {
  const { t, at } = useWords();
  const now = useNow();
  if (messages.length === 0) return null;
  return (
    <section className={classes.fresh} aria-labelledby="messages">
      <h2 id="messages">
        <IconMessageCircleExclamation size={20} stroke={1.9} aria-hidden />
        {t("own.new", { n: messages.length })}
      </h2>
      {messages.map((it) => (
        <div key={it.eventId}>
          <p className={classes.text}>{it.text}</p>
          <p className={classes.by}>
            {it.author && `${it.author.name} · `}
            {at(it.occurredAt, now)}
          </p>
        </div>
      ))}
      <p className={classes.by}>{t("own.new.answer")}</p>
    </section>
  );
}
