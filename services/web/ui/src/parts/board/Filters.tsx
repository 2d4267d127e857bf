import { Button, CloseButton, MultiSelect, Pill, Popover, SegmentedControl } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useMe } from "../../api/me";
import type { Card } from "../../api/responder";
import { LEVELS } from "../../kit/Severity";
import { useNameOf } from "../../kit/People";
import { useWords } from "../../words/useWords";
import { type BoardSearch, choicesOf, type Filter, FILTERS, filtersOn, valuesOf } from "./filters";
import classes from "./Filters.module.css";

interface FiltersProps {
  search: BoardSearch;
  cards: Card[];
  onSearch: (search: BoardSearch) => void;
}

/** What a value of a filter is called. */
function useLabel(cards: Card[]): (name: Filter, value: string) => string {
  const { t, code, has } = useWords();
  const nameOf = useNameOf();
  return (name, value) => {
    if (name === "severity") return code("kit.severity", value);
    if (name === "type") return code("kit.type", value);
    if (name === "assignee") return nameOf(value);
    if (name === "establishment") {
      return cards.flatMap((c) => c.affected).find((place) => place.finess === value)?.name ?? value;
    }
    const key = `board.department.${value}`;
    return has(key) ? `${value} ${t(key)}` : value;
  };
}

const without = (search: BoardSearch, name: Filter): BoardSearch =>
  Object.fromEntries(Object.entries(search).filter(([key]) => key !== name)) as BoardSearch;
const having = (search: BoardSearch, name: Filter, values: string[]): BoardSearch =>
  values.length === 0 ? without(search, name) : { ...search, [name]: values.join(",") };
const cleared = (search: BoardSearch): BoardSearch => (search.view ? { view: search.view } : {});

function exercising(search: BoardSearch, exercise: BoardSearch["exercise"]): BoardSearch {
  const { exercise: _, ...rest } = search;
  return exercise ? { ...rest, exercise } : rest;
}

export function Filters({ search, cards, onSearch }: FiltersProps) {
  const { t } = useWords();
  const label = useLabel(cards);
  const me = useMe();
  const on = filtersOn(search);
  return (
    <Popover position="bottom-end" width="min(340px, 92vw)" shadow="md" trapFocus withRoles>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconAdjustmentsHorizontal size={15} stroke={1.8} aria-hidden />}>
          {on > 0 ? t("board.filter.on", { n: on }) : t("board.filter")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("board.filter")} className={classes.filters ?? ""}>
        {FILTERS.map((name) => (
          <MultiSelect
            key={name}
            label={t(`board.filter.${name}`)}
            placeholder={valuesOf(search[name]).length > 0 ? "" : t("board.filter.any")}
            data={(name === "severity" ? LEVELS.toReversed() : choicesOf(name, cards, valuesOf(search[name]))).map((value) => ({
              value,
              label: label(name, value),
            }))}
            value={valuesOf(search[name])}
            onChange={(values) => onSearch(having(search, name, values))}
            searchable={name !== "severity"}
            comboboxProps={{ withinPortal: false }}
          />
        ))}
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t("board.exercises")}
          value={search.exercise ?? "all"}
          onChange={(value) => onSearch(exercising(search, value === "only" || value === "none" ? value : undefined))}
          data={(["all", "none", "only"] as const).map((value) => ({ value, label: t(`board.filter.exercise.${value}`) }))}
        />
        {me && (
          <Button variant="default" size="xs" onClick={() => onSearch(having(search, "assignee", [me.subject]))}>
            {t("board.filter.mine")}
          </Button>
        )}
        {on > 0 && (
          <Button variant="subtle" size="xs" onClick={() => onSearch(cleared(search))}>
            {t("board.filter.clear")}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The filters in use, each with the way to take it off. */
export function ActiveFilters({ search, cards, onSearch }: FiltersProps) {
  const { t } = useWords();
  const label = useLabel(cards);
  const on = FILTERS.flatMap((name) => valuesOf(search[name]).map((value) => ({ name, value })));
  if (filtersOn(search) === 0) return null;
  return (
    <ul className={classes.active} aria-label={t("board.filter.active")}>
      {on.map(({ name, value }) => (
        <li key={name + value}>
          <Pill size="md">
            {label(name, value)}
            <CloseButton
              size="xs"
              variant="transparent"
              aria-label={t("board.filter.remove", { what: label(name, value) })}
              onClick={() =>
                onSearch(
                  having(
                    search,
                    name,
                    valuesOf(search[name]).filter((it) => it !== value),
                  ),
                )
              }
            />
          </Pill>
        </li>
      ))}
      {search.exercise && (
        <li>
          <Pill size="md">
            {t(`board.filter.exercise.${search.exercise}`)}
            <CloseButton
              size="xs"
              variant="transparent"
              aria-label={t("board.filter.remove", { what: t(`board.filter.exercise.${search.exercise}`) })}
              onClick={() => onSearch(exercising(search, undefined))}
            />
          </Pill>
        </li>
      )}
      <li>
        <Button variant="subtle" size="compact-xs" onClick={() => onSearch(cleared(search))}>
          {t("board.filter.clear")}
        </Button>
      </li>
    </ul>
  );
}
