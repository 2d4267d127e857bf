import { ActionIcon, Button, SegmentedControl, Title } from "@mantine/core";
import { IconArchive, IconFolderPlus, IconKeyboard, IconLayoutKanban, IconList } from "@tabler/icons-react";
import type { Live } from "../../api/boardStream";
import type { Card } from "../../api/responder";
import { urgency } from "../../kit/clock";
import { useWords } from "../../words/useWords";
import { Filters } from "./Filters";
import type { BoardSearch } from "./filters";
import classes from "./BoardHead.module.css";

interface BoardHeadProps {
  shown: Card[];
  all: Card[];
  live: Live;
  now: number;
  search: BoardSearch;
  onFilter: (search: BoardSearch) => void;
  onView: (search: Pick<BoardSearch, "view">) => void;
  onOpen: () => void;
  onKeys: () => void;
}

const LIVE = { connecting: "board.live.connecting", live: "board.live", broken: "board.live.broken" } as const;
const VIEWS = [
  { value: "board", icon: IconLayoutKanban, label: "board.view.board" },
  { value: "list", icon: IconList, label: "board.view.list" },
  { value: "ended", icon: IconArchive, label: "board.ended.show" },
] as const;

/** What hurts, counted from the cards that are shown; whether they are true now; and what can be done with them. */
export function BoardHead({ shown, all, live, now, search, onFilter, onView, onOpen, onKeys }: BoardHeadProps) {
  const { t } = useWords();
  const ended = search.view === "ended";
  return (
    <div className={classes.head}>
      <Title order={1} fz={20}>
        {t(ended ? "board.ended" : "board.title")}
      </Title>
      {!ended && <Sum shown={shown} all={all} live={live} now={now} />}
      <div className={classes.tools}>
        <ActionIcon variant="subtle" color="stone" size={30} visibleFrom="md" aria-label={t("board.keys.show")} onClick={onKeys}>
          <IconKeyboard size={17} stroke={1.7} />
        </ActionIcon>
        <Button variant="default" size="xs" leftSection={<IconFolderPlus size={15} stroke={1.8} aria-hidden />} onClick={onOpen}>
          {t("board.open")}
        </Button>
        <Filters search={search} cards={all} onSearch={onFilter} />
        <SegmentedControl
          size="xs"
          aria-label={t("board.view")}
          value={search.view ?? "board"}
          onChange={(view) => onView(view === "board" ? {} : { view })}
          data={VIEWS.map(({ value, icon: Icon, label }) => ({
            value,
            label: (
              <span className={classes.seg}>
                <Icon size={15} aria-hidden />
                <span>{t(label)}</span>
              </span>
            ),
          }))}
        />
      </div>
    </div>
  );
}

const isReal = (c: Card): boolean => !c.exercise;

function Sum({ shown, all, live, now }: Pick<BoardHeadProps, "shown" | "all" | "live" | "now">) {
  const { t } = useWords();
  const [here, everywhere] = [shown.filter(isReal), all.filter(isReal)];
  const exercises = shown.length - here.length;
  const clocks = here.flatMap((c) => c.clocks.map((clock) => urgency(clock, now)));
  const crisis = here.filter((c) => c.severity === "CRISIS").length;
  const over = clocks.filter((it) => it === "over").length;
  const near = clocks.filter((it) => it === "near" || it === "due").length;
  return (
    <p className={classes.sum}>
      <span>
        {here.length === everywhere.length
          ? t("board.sum", { n: everywhere.length })
          : t("board.sum.shown", { n: here.length, all: everywhere.length })}
      </span>
      {crisis > 0 && <span className={classes.crisis}>{t("board.crisis", { n: crisis })}</span>}
      {over > 0 && <span className={classes.crisis}>{t("board.over", { n: over })}</span>}
      {near > 0 && <span className={classes.near}>{t("board.near", { n: near })}</span>}
      {exercises > 0 && <span>{t("board.exercises.apart", { n: exercises })}</span>}
      <span className={classes.live} data-live={live} role="status">
        {t(LIVE[live])}
      </span>
    </p>
  );
}
