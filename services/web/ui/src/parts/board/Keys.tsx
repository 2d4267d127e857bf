import { Kbd } from "@mantine/core";
import type { Action } from "../../api/responder";
import { Dialog } from "../../kit/Dialog";
import { useWords } from "../../words/useWords";
import { LETTERS } from "./moves";
import classes from "./Keys.module.css";

/** On an open case. */
const SHOWN = (Object.keys(LETTERS) as Action[]).filter((it) => it !== "unmerge" && it !== "reopen");

export function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const general = [
    [t("board.keys.arrows"), t("board.keys.move")],
    [t("board.keys.enter"), t("board.keys.open")],
    ["/", t("board.keys.search")],
    ["?", t("board.keys.help")],
  ] as const;
  return (
    <Dialog title={t("board.keys")} size={460} onClose={onClose}>
      <p>{t("board.keys.why")}</p>
      <dl className={classes.keys}>
        {[...general, ...SHOWN.map((action) => [LETTERS[action].toUpperCase(), t(`act.${action}`)] as const)].map(([key, what]) => (
          <div key={key + what} style={{ display: "contents" }}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
