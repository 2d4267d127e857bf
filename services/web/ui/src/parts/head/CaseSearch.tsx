import { CloseButton, Combobox, Kbd, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from "react";
import type { Card } from "../../api/responder";
import { usePreferences } from "../../kit/preferences";
import { referenceOf } from "../../kit/searchWords";
import { usePageKeys } from "../../kit/usePageKeys";
import { useWords } from "../../words/useWords";
import { Hit } from "./Hit";
import { useBoardQuery } from "./useBoardQuery";
import { useCaseSearch } from "./useSearch";
import classes from "./CaseSearch.module.css";

/** The target adds whether the list is open, and which option is meant. */
const COMBOBOX = { role: "combobox", "aria-autocomplete": "list" } as const;

/** Finds a case from anywhere, open or ended, by reference, establishment, number or town. Enter opens the first. */
export function CaseSearch() {
  const { t } = useWords();
  const { q, type } = useBoardQuery();
  const { open, ended, settled, failed } = useCaseSearch(q);
  const navigate = useNavigate();
  const list = useCombobox();
  const input = useRef<HTMLInputElement>(null);
  /** Enter came before the answer did. */
  const waiting = useRef(false);
  const { keys } = usePreferences();
  usePageKeys({ "/": () => input.current?.focus() });
  const all = [...open, ...ended];
  const shown = all.map((c) => c.id).join(" ");
  const first = all[0]?.reference;

  const go = (reference: string) => {
    waiting.current = false;
    type("");
    list.closeDropdown();
    input.current?.blur();
    void navigate({ to: "/cases/$case", params: { case: reference } });
  };
  const { selectFirstOption } = list;
  useEffect(() => {
    // what stands first is one key away
    if (shown) selectFirstOption();
  }, [shown, selectFirstOption]);
  const answered = useEffectEvent(() => {
    if (waiting.current && first) go(first);
    waiting.current = false;
  });
  useEffect(() => {
    if (settled) answered();
  }, [settled]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      if (!list.dropdownOpened) type("");
      list.closeDropdown();
    } else if (event.key === "Enter" && q.trim() && all.length === 0) {
      event.preventDefault();
      const reference = referenceOf(q);
      if (reference) go(reference);
      else waiting.current = !settled;
    }
  };
  const group = (label: string, cards: Card[]) =>
    cards.length > 0 && (
      <Combobox.Group label={label}>
        {cards.map((c) => (
          <Combobox.Option key={c.id} value={c.reference} className={classes.option ?? ""}>
            <Hit c={c} />
          </Combobox.Option>
        ))}
      </Combobox.Group>
    );
  const said = failed
    ? t("board.search.failed")
    : !settled
      ? t("board.search.asking")
      : all.length === 0
        ? t("board.search.none")
        : t("board.search.found", { n: all.length });
  return (
    <search className={classes.search}>
      <Combobox store={list} onOptionSubmit={go} withinPortal={false} position="bottom-start" shadow="md">
        <Combobox.Target withExpandedAttribute>
          <TextInput
            ref={input}
            {...COMBOBOX}
            value={q}
            onChange={(event) => {
              type(event.currentTarget.value);
              list.openDropdown();
            }}
            onFocus={() => q.trim() && list.openDropdown()}
            onBlur={() => list.closeDropdown()}
            onKeyDown={onKeyDown}
            aria-label={t("board.search.label")}
            placeholder={t("board.search")}
            leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
            rightSection={
              q ? (
                <CloseButton size="sm" aria-label={t("kit.clear")} onClick={() => type("")} />
              ) : (
                keys && (
                  <Kbd aria-hidden visibleFrom="sm">
                    /
                  </Kbd>
                )
              )
            }
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!q.trim()} className={classes.dropdown ?? ""}>
          <Combobox.Options mah={420} style={{ overflowY: "auto" }} aria-label={t("board.search.label")}>
            {group(t("board.search.open"), open)}
            {group(t("board.search.ended"), ended)}
          </Combobox.Options>
          <p className={classes.said} role="status">
            {q.trim() ? said : ""}
          </p>
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}
