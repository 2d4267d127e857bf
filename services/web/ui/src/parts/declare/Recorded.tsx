import { Title } from "@mantine/core";
import { IconCircleCheckFilled, IconFolderOpen, IconPencil, IconPhonePlus } from "@tabler/icons-react";
import type { Declaration } from "../../api/declarations";
import { CopyLabel } from "../../kit/CopyLabel";
import { LinkButton } from "../../kit/LinkButton";
import { useNow } from "../../kit/now";
import { useTitle } from "../../kit/useTitle";
import classes from "../../screens/Sent.module.css";
import { useWords } from "../../words/useWords";
import { OpenBeside } from "./OpenBeside";

/** What a responder needs after keying in a call: the reference to give, and the case. */
export function Recorded({ declaration: d }: { declaration: Declaration }) {
  const { t, at } = useWords();
  const now = useNow();
  useTitle(d.reference);
  return (
    <div className={classes.recorded}>
      <p className={classes.ok} role="status">
        <IconCircleCheckFilled size={22} aria-hidden />
        {t("declare.sent.ok", { at: at(d.submittedAt, now) })}
      </p>
      <Title order={1} fz={26} lh={1.2}>
        {t("declare.sent.behalf")}
      </Title>
      <p className={classes.lead}>{t("declare.sent.behalf.lead")}</p>
      <div className={classes.ref}>
        <span className={classes.label}>{t("declare.sent.ref.behalf")}</span>
        <span className={`mono ${classes.number}`}>{d.reference}</span>
        <CopyLabel text={d.reference} label={t("kit.copy")} size="sm" h={44} />
        <span className={classes.site}>{d.establishment.name}</span>
      </div>
      <OpenBeside declaration={d} />
      <div className={classes.row}>
        {d.caseReference && (
          <LinkButton
            to="/cases/$case"
            params={{ case: d.caseReference }}
            leftSection={<IconFolderOpen size={18} stroke={1.8} aria-hidden />}
          >
            {t("declare.sent.open")}
          </LinkButton>
        )}
        <LinkButton
          to="/declarations/$declaration/complement"
          params={{ declaration: d.id }}
          variant="default"
          leftSection={<IconPencil size={18} stroke={1.8} aria-hidden />}
        >
          {t("declare.sent.complete")}
        </LinkButton>
        <LinkButton to="/declare" variant="default" leftSection={<IconPhonePlus size={18} stroke={1.8} aria-hidden />}>
          {t("declare.sent.behalf.another")}
        </LinkButton>
      </div>
    </div>
  );
}
