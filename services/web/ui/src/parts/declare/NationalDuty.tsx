import { Anchor } from "@mantine/core";
import { useSettings } from "../../api/settings";
import type { Declaration } from "../../api/declarations";
import { useNow } from "../../kit/now";
import { spokenNumber, telHref } from "../../kit/phone";
import classes from "../../screens/Sent.module.css";
import { ms } from "../../words/time";
import { useWords } from "../../words/useWords";
import type { MetClock } from "./Clocks";
import { NationalReport } from "./NationalReport";

const TOUCHED = new Set(["DEGRADED", "INTERRUPTED"]);

/** The formal steps: CERT Santé's phone where care is affected, the national report, and what to do without the Internet. */
export function NationalDuty({ declaration: d, clocks }: { declaration: Declaration; clocks: MetClock[] }) {
  const { t, before, at } = useWords();
  const now = useNow();
  const cert = useSettings()?.emergencyNumbers.find((n) => n.code === "CERT_SANTE")?.number;
  const report = d.nationalReport;
  const aim = clocks.find((c) => c.regime === "CSP_L1111_8_2")?.dueAt;
  return (
    <>
      {cert && d.careMode && TOUCHED.has(d.careMode) && (
        <>
          <h3>
            {t("declare.sent.cert")}{" "}
            <Anchor href={telHref(cert)} fw={600} underline="always">
              {spokenNumber(cert)}
            </Anchor>
          </h3>
          <p className={classes.detail}>{t("declare.sent.cert.detail")}</p>
        </>
      )}
      <h3>{t("declare.national.you")}</h3>
      {report?.done === "YES" ? (
        <p className={classes.detail}>
          {report.at ? t("declare.national.recorded.at", { at: at(report.at, now) }) : t("declare.national.recorded")}.{" "}
          {report.reference && t("declare.national.recorded.reference", { reference: report.reference })}
        </p>
      ) : (
        <>
          <p className={classes.detail}>
            {aim && ms(aim) > now ? t("declare.national.why", { before: before(aim, now) }) : t("declare.national.why.notime")}
          </p>
          <NationalReport declaration={d} />
          <p className={classes.small}>{t("declare.national.nonet")}</p>
        </>
      )}
    </>
  );
}
