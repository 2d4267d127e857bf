import { Button } from "@mantine/core";
import { useWords } from "../words/useWords";
import { useNow } from "./now";
import classes from "./KeptNotice.module.css";

/** That what stands in the form was typed before, and a way to begin anew. */
export function KeptNotice({ at: foundAt, onClear }: { at: number | null; onClear: () => void }) {
  const { t, at } = useWords();
  const now = useNow();
  if (foundAt === null) return null;
  return (
    <p className={classes.kept} role="status">
      <span>{t("kit.kept", { at: at(foundAt, now) })}</span>
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {t("kit.kept.clear")}
      </Button>
    </p>
  );
}
