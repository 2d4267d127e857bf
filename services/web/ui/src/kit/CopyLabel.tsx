import { Button, type ButtonProps, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useWords } from "../words/useWords";

/** Copies a text, and says that it did. */
export function CopyLabel({ text, label, ...props }: ButtonProps & { text: string; label: string }) {
  const { t } = useWords();
  return (
    <CopyButton value={text} timeout={3_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size={18} stroke={2} aria-hidden /> : <IconCopy size={18} stroke={1.8} aria-hidden />}
          {...props}
        >
          <span aria-live="polite">{copied ? t("kit.copied") : label}</span>
        </Button>
      )}
    </CopyButton>
  );
}
