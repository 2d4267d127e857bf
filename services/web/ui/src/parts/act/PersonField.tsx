import { Autocomplete, type AutocompleteProps, type OptionsFilter, TagsInput, type TagsInputProps } from "@mantine/core";
import { useState } from "react";
import type { Colleagues } from "./colleagues";
import { useColleagues } from "./useColleagues";

const filterOf =
  ({ matches }: Colleagues): OptionsFilter =>
  ({ options, search, limit }) =>
    options.filter((it) => "value" in it && matches(it.value, search)).slice(0, limit);

interface PersonFieldProps extends Omit<AutocompleteProps, "data" | "filter" | "value" | "onChange"> {
  /** A subject, or what is typed of a name. */
  value: string;
  onChange: (subject: string) => void;
}

/** One account, found by name; a username that nobody knows yet is taken as well. */
export function PersonField({ value, onChange, ...others }: PersonFieldProps) {
  const colleagues = useColleagues();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Autocomplete
      {...others}
      autoComplete="off"
      data={colleagues.labels}
      filter={filterOf(colleagues)}
      value={typed ?? colleagues.labelOf(value)}
      onChange={(label) => {
        setTyped(label);
        onChange(colleagues.subjectOf(label));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

interface PeopleFieldProps extends Omit<TagsInputProps, "data" | "filter" | "value" | "onChange"> {
  /** Subjects. */
  value: readonly string[];
  onChange: (subjects: string[]) => void;
}

/** Several accounts, likewise. */
export function PeopleField({ value, onChange, ...others }: PeopleFieldProps) {
  const colleagues = useColleagues();
  return (
    <TagsInput
      {...others}
      data={colleagues.labels}
      filter={filterOf(colleagues)}
      value={value.map(colleagues.labelOf)}
      onChange={(labels) => onChange([...new Set(labels.map(colleagues.subjectOf))])}
    />
  );
}
