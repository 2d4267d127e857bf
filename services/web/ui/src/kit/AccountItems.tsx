import { Menu, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconBell, IconLogout, IconMoon, IconSun, IconUser } from "@tabler/icons-react";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { responds, useMe } from "../api/me";
import { signOut } from "../api/signIn";
import { useSettings } from "../api/settings";
import { kept } from "./useKept";
import { useWords } from "../words/useWords";

const PreferencesDialog = lazy(() => import("../parts/head/Preferences"));

/** Who one is, one's account, light or dark, and the way out: open as soon as it is there, for somebody has asked for it. */
export default function AccountItems({ target, className }: { target: ReactElement; className?: string | undefined }) {
  const { t } = useWords();
  const me = useMe();
  const account = useSettings()?.accountUrl;
  const { setColorScheme } = useMantineColorScheme();
  const [preferring, prefer] = useState(false);
  const dark = useComputedColorScheme("light") === "dark";
  if (!me) return null;
  const leave = () => {
    kept().forget(me.subject);
    signOut();
  };
  return (
    <>
      <Menu position="bottom-end" defaultOpened>
        <Menu.Target>{target}</Menu.Target>
        <Menu.Dropdown className={className}>
          <Menu.Label>{me.name}</Menu.Label>
          {account && (
            <Menu.Item component="a" href={account} leftSection={<IconUser size={17} />}>
              {t("app.frame.account.page")}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={dark ? <IconSun size={17} /> : <IconMoon size={17} />}
            onClick={() => setColorScheme(dark ? "light" : "dark")}
          >
            {t(dark ? "app.frame.light" : "app.frame.dark")}
          </Menu.Item>
          {responds(me) && (
            <Menu.Item leftSection={<IconBell size={17} />} onClick={() => prefer(true)}>
              {t("app.preferences")}…
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconLogout size={17} />} onClick={leave}>
            {t("app.frame.out")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {preferring && (
        <Suspense>
          <PreferencesDialog onClose={() => prefer(false)} />
        </Suspense>
      )}
    </>
  );
}
