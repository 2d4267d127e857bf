import { Select } from "@mantine/core";
import type { WholeCase } from "../../api/responder";
import { placeOf } from "../../kit/CaseCard";
import { useWords } from "../../words/useWords";
import { isOpen } from "../board/cards";
import { found } from "../board/filters";
import { useBoard } from "../board/useBoard";

interface CaseFieldProps {
  label: string;
  hint: string | undefined;
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
  theCase: WholeCase;
}

/** An open case to merge into: of the same legal entity, and an exercise into an exercise alone; no other is allowed. */
export function CaseField({ label, hint, value, onChange, error, theCase }: CaseFieldProps) {
  const { t } = useWords();
  const { cards } = useBoard();
  const own = new Set(theCase.affected.map((place) => place.legalEntity));
  const others = [...cards.values()].filter(
    (c) => c.id !== theCase.id && isOpen(c) && c.exercise === theCase.exercise && c.affected.some((place) => own.has(place.legalEntity)),
  );
  return (
    <Select
      label={label}
      description={hint}
      error={error}
      searchable
      placeholder={t("act.merge.search")}
      nothingFoundMessage={t("act.merge.nothing")}
      value={value || null}
      onChange={(id) => onChange(id ?? "")}
      data={others.map((c) => ({ value: c.id, label: `${c.reference} · ${placeOf(c)?.name ?? ""} · ${t(`board.status.${c.status}`)}` }))}
      filter={({ options, search }) =>
        options.filter((option) => {
          const card = "value" in option ? cards.get(option.value) : undefined;
          return card ? found(card, search.includes("·") ? "" : search) : false;
        })
      }
    />
  );
}
