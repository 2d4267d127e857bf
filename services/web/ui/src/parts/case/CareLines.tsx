import { ActionIcon, Select } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { CareLine } from "../../api/responder";
import { useWords } from "../../words/useWords";
import { EstablishmentField } from "../act/EstablishmentField";
import { WhenField } from "../act/WhenField";
import type { TouchedForm } from "../act/useTouched";
import { type CareForm, lineOf, LINES, linesOf } from "./careForm";
import classes from "./care.module.css";

const STATES = ["NORMAL", "DEGRADED", "DIVERTED", "STOPPED", "UNKNOWN"] as const satisfies CareLine["state"][];

/** The service lines, one by one. Those that the case has stay on it: what has come back is normal again, not forgotten. */
export function CareLines({ form }: { form: TouchedForm<CareForm> }) {
  const { t } = useWords();
  const lines = linesOf(form.shown);
  const rest = LINES.filter((name) => !form.shown[name]);
  const change = (line: CareLine, part: Partial<CareLine>) => form.set(line.line, lineOf({ ...line, ...part }));
  return (
    <section aria-labelledby="care-lines">
      <h3 id="care-lines" className={classes.h}>
        {t("case.care.dialog.lines")}
      </h3>
      <ul className={classes.lines}>
        {lines.map((it) => (
          <li key={it.line}>
            <b>{t(`case.line.${it.line}`)}</b>
            <Select
              aria-label={`${t(`case.line.${it.line}`)}, ${t("board.col.status").toLocaleLowerCase()}`}
              data={STATES.map((value) => ({ value, label: t(`case.linestate.${value}`) }))}
              value={it.state}
              onChange={(state) => state && change(it, { state })}
              allowDeselect={false}
            />
            {!form.now[it.line] && (
              <ActionIcon
                variant="subtle"
                color="stone"
                size={34}
                aria-label={t("case.care.dialog.remove", { line: t(`case.line.${it.line}`) })}
                onClick={() => form.set(it.line, null)}
              >
                <IconTrash size={16} stroke={1.7} />
              </ActionIcon>
            )}
            <details className={classes.more}>
              <summary>{t("case.care.dialog.more")}</summary>
              <WhenField
                label={t("case.care.dialog.since")}
                value={it.since ?? ""}
                onChange={(since) => change(it, { since: since || null })}
              />
              <WhenField
                label={t("case.care.dialog.expectedReturn")}
                future
                value={it.expectedReturn ?? ""}
                onChange={(back) => change(it, { expectedReturn: back || null })}
              />
            </details>
            {it.state === "DIVERTED" && (
              <div className={classes.more}>
                <EstablishmentField
                  label={`${t("case.care.dialog.divertedTo")} (${t("act.optional")})`}
                  value={it.divertedTo ?? ""}
                  onChange={(divertedTo) => change(it, { divertedTo: divertedTo || null })}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <Select
          placeholder={t("case.care.dialog.add")}
          aria-label={t("case.care.dialog.add")}
          data={rest.map((value) => ({ value, label: t(`case.line.${value}`) }))}
          value={null}
          onChange={(line) => line && form.set(line, lineOf({ line, state: "DEGRADED" }))}
        />
      )}
    </section>
  );
}
