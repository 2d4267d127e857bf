import { useMe } from "../api/me";
import { useWords } from "../words/useWords";
import { serverNow } from "./now";
import classes from "./PrintedAt.module.css";
import { usePaperIsLight, usePrinting } from "./usePrinting";

/** On paper alone: when it was printed and by whom. What is left of a clock is true of that minute only. */
export function PrintedAt() {
  const { t, full } = useWords();
  const me = useMe();
  const printing = usePrinting();
  usePaperIsLight();
  return <p className={classes.printed}>{printing && t("kit.printed", { at: full(serverNow()), name: me?.name ?? "" })}</p>;
}
