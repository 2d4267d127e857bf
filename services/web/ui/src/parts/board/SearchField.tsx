import { CloseButton, Kbd, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { useWords } from "../../words/useWords";
import classes from "./Board.module.css";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** Keys that work wherever one is on the page, but not where one types. */
export function usePageKeys(keys: Record<string, () => void>) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("[role=dialog]")) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

const never = () => () => undefined;

/** Stands in the frame's head, where every page has it. */
export function SearchField({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const place = useSyncExternalStore(never, () => document.querySelector("#top-left"));
  usePageKeys({ "/": () => input.current?.focus() });
  if (!place) return null;
  return createPortal(
    <search className={classes.search}>
      <TextInput
        ref={input}
        value={q}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onChange("");
        }}
        aria-label={t("board.search.label")}
        placeholder={t("board.search")}
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
        rightSection={q ? <CloseButton size="sm" aria-label={t("kit.clear")} onClick={() => onChange("")} /> : <Kbd aria-hidden>/</Kbd>}
      />
    </search>,
    place,
  );
}
