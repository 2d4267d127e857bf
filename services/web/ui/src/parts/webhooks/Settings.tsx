import { Button } from "@mantine/core";
import { useState } from "react";
import { useWebhookCommand, type Webhook, webhookCommands } from "../../api/webhooks";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import { Confirm } from "./Confirm";
import classes from "./Detail.module.css";

/** What an endpoint hears of, and which secrets sign what it gets. */
export function Settings({ webhook }: { webhook: Webhook }) {
  const { t, code, at, from } = useWords();
  const now = useNow();
  const [ending, setEnding] = useState(false);
  const [current, previous] = webhook.secrets;
  return (
    <div className={classes.settings}>
      <section aria-labelledby="gets">
        <h3 id="gets">{t("webhooks.gets")}</h3>
        <dl>
          <div>
            <dt>{t("webhooks.events")}</dt>
            <dd className={classes.patterns}>
              {webhook.events.map((it) => (it === "*" ? t("webhooks.events.all") : <code key={it}>{it}</code>))}
            </dd>
          </div>
          <div>
            <dt>{t("webhooks.departments")}</dt>
            <dd>
              {webhook.departments.length === 0
                ? t("webhooks.departments.all")
                : webhook.departments.map((it) => code("board.department", it)).join(", ")}
            </dd>
          </div>
          <div>
            <dt>{t("webhooks.minimum")}</dt>
            <dd>
              {webhook.minimumSeverity
                ? t("webhooks.minimum.from", { severity: t(`kit.severity.${webhook.minimumSeverity}`) })
                : t("webhooks.minimum.none")}
            </dd>
          </div>
          <div>
            <dt>{t("webhooks.exercise")}</dt>
            <dd>{t(webhook.exercise ? "kit.tri.YES" : "kit.tri.NO")}</dd>
          </div>
        </dl>
      </section>
      <section aria-labelledby="signature">
        <h3 id="signature">{t("webhooks.signature")}</h3>
        {previous?.until && <p className={classes.rotation}>{t("webhooks.rotation", { at: at(previous.until, now) })}</p>}
        <dl>
          {current && (
            <div>
              <dt>{t(previous ? "webhooks.secret.new" : "webhooks.secret")}</dt>
              <dd>
                <code>whsec_…{current.hint}</code> {from(current.since, now)}
              </dd>
            </div>
          )}
          {previous?.until && (
            <div>
              <dt>{t("webhooks.secret.old")}</dt>
              <dd>
                <code>whsec_…{previous.hint}</code> {t("webhooks.secret.until", { at: at(previous.until, now) })}
              </dd>
            </div>
          )}
        </dl>
        {previous && (
          <Button size="xs" variant="default" mt={10} onClick={() => setEnding(true)}>
            {t("webhooks.rotation.end")}
          </Button>
        )}
        {ending && <EndOverlap webhook={webhook} onClose={() => setEnding(false)} />}
      </section>
    </div>
  );
}

/** The old secret signs no more; that cannot be undone. */
function EndOverlap({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useWords();
  const end = useWebhookCommand(webhookCommands.endOverlap);
  return (
    <Confirm
      title={t("webhooks.rotation.end.title")}
      act={t("webhooks.rotation.end.act")}
      dangerous
      onAct={() => end.mutate(webhook, { onSuccess: onClose })}
      acting={end.isPending}
      error={end.error}
      onClose={onClose}
    >
      <p>{t("webhooks.rotation.end.what")}</p>
    </Confirm>
  );
}
