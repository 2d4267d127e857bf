import { Avatar, UnstyledButton } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useMe } from "../api/me";
import { useWords } from "../words/useWords";

/** Most open it once a day, if at all: its code is loaded then. */
const AccountItems = lazy(() => import("./AccountItems"));

/** Who one is; touched, what one may do as such. */
export function AccountMenu({ size = 36, className }: { size?: number; className?: string | undefined }) {
  const { t } = useWords();
  const me = useMe();
  const [wanted, want] = useState(false);
  if (!me) return null;
  const button = (
    <UnstyledButton w={44} h={44} display="grid" style={{ placeItems: "center" }} aria-haspopup="menu" onClick={() => want(true)}>
      <Avatar size={size} radius="xl" name={me.name} color="stone" />
      <span className="sr-only">, {t("app.frame.account", { name: me.name })}</span>
    </UnstyledButton>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountItems target={button} className={className} />
    </Suspense>
  );
}
