import { Button, type ButtonProps } from "@mantine/core";
import { IconPhone } from "@tabler/icons-react";
import { useSettings } from "../api/settings";
import { telHref } from "./phone";
import { useWords } from "../words/useWords";
import { useOurNumber } from "./EmergencyNumbers";

/** Calls the responders. Nothing where no number is configured. */
export function CallButton({ iconSize = 20, ...props }: ButtonProps & { iconSize?: number }) {
  const { t } = useWords();
  const spoken = useOurNumber();
  const number = useSettings()?.emergencyNumbers[0]?.number;
  if (!number || !spoken) return null;
  return (
    <Button
      component="a"
      href={telHref(number)}
      variant="default"
      leftSection={<IconPhone size={iconSize} stroke={1.8} aria-hidden />}
      {...props}
    >
      {t("app.call", { number: spoken })}
    </Button>
  );
}
