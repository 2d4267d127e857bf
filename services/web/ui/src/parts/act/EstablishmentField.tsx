import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useEstablishment, useEstablishments } from "../../api/establishments";
import { useWords } from "../../words/useWords";

interface EstablishmentFieldProps {
  label: string;
  value: string;
  onChange: (finess: string) => void;
  error?: string | undefined;
}

/** An establishment of the registry, by name, town or number. */
export function EstablishmentField({ label, value, onChange, error }: EstablishmentFieldProps) {
  const { t, problem } = useWords();
  const [typed, type] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const found = useEstablishments(asked);
  const chosen = useEstablishment(value || null);
  const all = [...(found.data?.items ?? []), ...(chosen.data ? [chosen.data] : [])];
  const data = all
    .filter((site, i) => all.findIndex((other) => other.finess === site.finess) === i)
    .map((site) => ({ value: site.finess, label: `${site.name}, ${site.commune ?? ""} (${site.department}) · ${site.finess}` }));
  return (
    <Select
      label={label}
      error={error ?? (found.isError && problem(found.error))}
      searchable
      clearable
      placeholder={t("act.new.establishment.search")}
      nothingFoundMessage={
        asked.length < 2 ? t("act.new.establishment.type") : found.isFetching ? t("kit.loading") : t("act.new.establishment.none")
      }
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={type}
      value={value || null}
      onChange={(finess) => onChange(finess ?? "")}
      data={data}
    />
  );
}
