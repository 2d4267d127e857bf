import { ActionIcon, Button, CopyButton, Menu, Title } from "@mantine/core";
import { IconCopy, IconDots, IconKey, IconPencil, IconPlayerPause, IconPlayerPlay, IconSend, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useWebhookCommand, type Webhook, webhookCommands } from "../../api/webhooks";
import { useWords } from "../../words/useWords";
import { EndpointForm } from "./EndpointForm";
import { Failing } from "./Failing";
import { Remove } from "./Remove";
import { Rotate } from "./Rotate";
import { Settings } from "./Settings";
import { answerOf, failed, tookOf } from "./standing";
import { useRefusal } from "./useRefusal";
import type { Shown } from "./SecretOnce";
import classes from "./Detail.module.css";

interface DetailProps {
  webhook: Webhook;
  onSecret: (shown: Shown) => void;
}

/** One endpoint: what can be done with it, what is wrong, what it gets. */
export function Detail({ webhook, onSecret }: DetailProps) {
  const say = useWords();
  const { t } = say;
  const refusal = useRefusal();
  const test = useWebhookCommand(webhookCommands.test);
  const pause = useWebhookCommand(webhookCommands.change);
  const [asking, ask] = useState<"edit" | "rotate" | "remove" | null>(null);
  const { id, paused, url } = webhook;
  const close = () => ask(null);
  const error = test.error ?? pause.error;
  return (
    <section className={classes.detail} aria-labelledby="endpoint">
      <div className={classes.head}>
        <div className={classes.words}>
          <Title order={2} fz={17} lh={1.25} id="endpoint">
            {webhook.description}
          </Title>
          <div className={classes.url}>
            <span className="mono">{url}</span>
            <CopyButton value={url}>
              {({ copied, copy }) => (
                <ActionIcon
                  variant="subtle"
                  color="stone"
                  size="sm"
                  onClick={copy}
                  aria-label={copied ? t("kit.copied") : t("webhooks.url.copy")}
                >
                  <IconCopy size={14} stroke={1.8} />
                </ActionIcon>
              )}
            </CopyButton>
          </div>
        </div>
        <div className={classes.buttons}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSend size={15} stroke={1.8} />}
            loading={test.isPending}
            onClick={() => test.mutate({ id })}
          >
            {t("webhooks.test")}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={paused ? <IconPlayerPlay size={15} stroke={1.8} /> : <IconPlayerPause size={15} stroke={1.8} />}
            loading={pause.isPending}
            onClick={() => pause.mutate({ id, paused: !paused })}
          >
            {t(paused ? "webhooks.resume" : "webhooks.pause")}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" size={30} aria-label={t("webhooks.more")}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => ask("edit")}>
                {t("webhooks.edit")}
              </Menu.Item>
              <Menu.Item leftSection={<IconKey size={15} />} onClick={() => ask("rotate")}>
                {t("webhooks.rotate")}
              </Menu.Item>
              <Menu.Item c="var(--crisis)" leftSection={<IconTrash size={15} />} onClick={() => ask("remove")}>
                {t("webhooks.remove")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <div role="status">
        {test.data && !test.isPending && (
          <p className={classes.outcome} data-bad={failed(test.data) || undefined}>
            {t(failed(test.data) ? "webhooks.test.failed" : "webhooks.test.done", {
              answer: answerOf(test.data, say),
              length: tookOf(test.data.durationMs, say),
            })}
          </p>
        )}
        {paused && <p className={classes.outcome}>{t(webhook.health.goneSince ? "webhooks.gone" : "webhooks.paused")}</p>}
        {error && (
          <p className={classes.outcome} data-bad>
            {refusal(error)}
          </p>
        )}
      </div>
      <Failing {...webhook} />
      <Settings webhook={webhook} />
      {asking === "edit" && <EndpointForm webhook={webhook} onClose={close} onSecret={onSecret} />}
      {asking === "rotate" && <Rotate webhook={webhook} onClose={close} onSecret={onSecret} />}
      {asking === "remove" && <Remove webhook={webhook} onClose={close} />}
    </section>
  );
}
