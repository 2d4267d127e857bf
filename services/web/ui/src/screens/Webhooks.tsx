import { Button, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { NotFound } from "../app/Message";
import { has, useMe } from "../api/me";
import { useWebhooks, type Webhook } from "../api/webhooks";
import { useTitle } from "../kit/useTitle";
import { Loaded } from "../kit/Waiting";
import { DeliveryLog } from "../parts/webhooks/DeliveryLog";
import { Detail } from "../parts/webhooks/Detail";
import { EndpointForm } from "../parts/webhooks/EndpointForm";
import { EndpointList } from "../parts/webhooks/EndpointList";
import { SecretOnce, type Shown } from "../parts/webhooks/SecretOnce";
import { worstOf } from "../parts/webhooks/standing";
import { useWords } from "../words/useWords";
import classes from "./Webhooks.module.css";

/** Who is told at the ARS, how it goes, and what to do where it does not. */
export default function WebhooksPage() {
  return has(useMe(), "ADMIN") ? <Webhooks /> : <NotFound />;
}

function Webhooks() {
  const { t } = useWords();
  useTitle(t("webhooks.place"));
  const all = useWebhooks();
  const [adding, setAdding] = useState(false);
  const [shown, show] = useState<Shown | null>(null);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} fz={20}>
            {t("webhooks.place")}
          </Title>
          <p>{t("webhooks.lead")}</p>
        </div>
        <Button size="xs" leftSection={<IconPlus size={15} stroke={2} />} onClick={() => setAdding(true)}>
          {t("webhooks.add")}
        </Button>
      </div>
      <Loaded query={all}>{({ items }) => <Endpoints webhooks={items} onSecret={show} />}</Loaded>
      {adding && <EndpointForm onClose={() => setAdding(false)} onSecret={show} />}
      {shown && <SecretOnce {...shown} onClose={() => show(null)} />}
    </div>
  );
}

function Endpoints({ webhooks, onSecret }: { webhooks: readonly Webhook[]; onSecret: (shown: Shown) => void }) {
  const { t } = useWords();
  const { endpoint, status } = useSearch({ from: "/webhooks" });
  const current = webhooks.find((it) => it.id === endpoint) ?? worstOf(webhooks);
  if (!current) {
    return (
      <div className={classes.empty}>
        <b>{t("webhooks.empty")}</b>
        <p>{t("webhooks.empty.why")}</p>
      </div>
    );
  }
  return (
    <div className={classes.columns}>
      <EndpointList webhooks={webhooks} current={current.id} />
      <div className={classes.stack}>
        <Detail key={current.id} webhook={current} onSecret={onSecret} />
        <DeliveryLog key={`log ${current.id}`} webhook={current} status={status} />
      </div>
    </div>
  );
}
