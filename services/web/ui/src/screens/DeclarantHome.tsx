import { Title } from "@mantine/core";
import { CallButton } from "../kit/CallButton";
import { EmergencyNumbers } from "../kit/EmergencyNumbers";
import { LinkButton } from "../kit/LinkButton";
import { useTitle } from "../kit/useTitle";
import { FirstHour } from "../parts/declare/FirstHour";
import { OwnDeclarations } from "../parts/declare/OwnDeclarations";
import { useWords } from "../words/useWords";
import classes from "./DeclarantHome.module.css";

/** The establishment's first page: declare, call, what was declared, what to do in the first hour. */
export default function DeclarantHome() {
  const { t } = useWords();
  useTitle(t("declare.home.title"));
  return (
    <div className={classes.page}>
      <section className={classes.alert} aria-labelledby="alert">
        <Title order={1} id="alert" className={classes.h1}>
          {t("declare.home.title")}
        </Title>
        <p className={classes.lead}>{t("declare.home.lead")}</p>
        <div className={classes.actions}>
          <LinkButton to="/declare" className={classes.big}>
            {t("declare.home.declare")}
          </LinkButton>
          <CallButton className={classes.call} />
        </div>
      </section>
      <section className={classes.own} aria-labelledby="own">
        <h2 id="own">{t("declare.home.own")}</h2>
        <OwnDeclarations />
      </section>
      <div className={classes.side}>
        <section aria-labelledby="hour">
          <h2 id="hour">{t("declare.hour.title")}</h2>
          <FirstHour />
        </section>
        <section aria-labelledby="nums">
          <h2 id="nums">{t("app.numbers")}</h2>
          <EmergencyNumbers />
        </section>
      </div>
    </div>
  );
}
