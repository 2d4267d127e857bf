import { IconPlugConnectedX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useFailingEndpoints } from "../api/endpointHealth";
import { has, useMe } from "../api/me";
import { useWords } from "../words/useWords";
import { useNow } from "./now";
import classes from "./EndpointsDown.module.css";

/** That the ARS hears nothing: whoever has a grave case must know, for then they call. */
export function EndpointsDown() {
  const { t, since, number } = useWords();
  const now = useNow();
  const failing = useFailingEndpoints();
  const administers = has(useMe(), "ADMIN");
  return (
    <div className={classes.banner} role="status">
      {failing.map((it) => (
        <p key={it.description}>
          <IconPlugConnectedX size={17} stroke={1.9} aria-hidden />
          <span>
            <b>{t("app.endpoints.down", { name: it.description, since: since(it.since, now) })}</b>{" "}
            {t("app.endpoints.waiting", { n: it.waiting, count: number(it.waiting) })}{" "}
            {administers ? <Link to="/webhooks">{t("app.endpoints.open")}</Link> : t("app.endpoints.ask")}
          </span>
        </p>
      ))}
    </div>
  );
}
