import { Textarea } from "@mantine/core";
import { useWords } from "../../words/useWords";
import type { Stake } from "./falls";

interface FallReasonProps {
  falling: Stake[];
  value: string;
  onChange: (reason: string) => void;
  error?: string | undefined;
}

/** Harm, mode of care and severity never fall in silence: what falls is named, and why it does is asked. */
export function FallReason({ falling, value, onChange, error }: FallReasonProps) {
  const { t, list } = useWords();
  return (
    <Textarea
      label={t("act.fall")}
      description={t("act.fall.hint", { n: falling.length, list: list(falling.map((stake) => t(`act.fall.${stake}`))) })}
      withAsterisk
      autosize
      minRows={2}
      maxLength={4_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
