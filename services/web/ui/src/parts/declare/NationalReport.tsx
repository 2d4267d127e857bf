import { Button } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useSettings } from "../../api/settings";
import type { Declaration } from "../../api/declarations";
import { CopyLabel } from "../../kit/CopyLabel";
import { LinkButton } from "../../kit/LinkButton";
import { useWords } from "../../words/useWords";
import classes from "./NationalReport.module.css";
import { nationalText } from "./nationalText";
import { useFrench } from "./useFrench";

/** The duty PRIS does not discharge: where to do it, the text to paste, and where to note that it is done. */
export function NationalReport({ declaration, text = true, quiet = false }: { declaration: Declaration; text?: boolean; quiet?: boolean }) {
  const { t } = useWords();
  const portal = useSettings()?.nationalPortal;
  const french = useFrench();
  const ready = french ? nationalText(declaration, french) : "";
  return (
    <div>
      <div className={classes.actions}>
        {portal && (
          <Button
            component="a"
            variant={quiet ? "default" : "filled"}
            href={portal}
            target="_blank"
            rel="noreferrer"
            rightSection={<IconExternalLink size={18} stroke={1.8} aria-hidden />}
          >
            {t("declare.national.open")}
          </Button>
        )}
        <CopyLabel text={ready} label={t("declare.national.copy")} />
      </div>
      {text && (
        <pre lang="fr" className={classes.text} tabIndex={0} role="region" aria-label={t("declare.national.text")}>
          {ready}
        </pre>
      )}
      <div className={classes.done}>
        <LinkButton
          to="/declarations/$declaration/complement"
          params={{ declaration: declaration.id }}
          search={{ about: "national" }}
          variant="default"
        >
          {t("declare.national.record")}
        </LinkButton>
      </div>
    </div>
  );
}
