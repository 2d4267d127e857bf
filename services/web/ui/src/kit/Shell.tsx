import { Box, Group, Text, UnstyledButton } from "@mantine/core";
import { IconPhonePlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { responds, useMe } from "../api/me";
import { useSettings } from "../api/settings";
import { placesOf } from "../app/places";
import { useWords } from "../words/useWords";
import { AccountMenu } from "./AccountMenu";
import { EndpointsDown } from "./EndpointsDown";
import { LanguageSwitch } from "./LanguageSwitch";
import { LinkButton, LinkIcon } from "./LinkButton";
import { Mark } from "./Mark";
import classes from "./Shell.module.css";

const ResponderHead = lazy(() => import("../parts/head/ResponderHead"));

/** The frame of every page but the establishment's: places on the left, what is always at hand on top. */
export default function Shell({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const me = useMe();
  const region = useSettings()?.region;
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {t("app.frame.skip")}
      </a>
      <nav className={classes.nav} aria-label={t("app.frame.nav")}>
        <Group gap={9} px={6} py={6} mb={14} wrap="nowrap">
          <Mark />
          <Box lh={1.15}>
            <Text fw={700} size="md">
              {t("app.name")}
            </Text>
            <Text fz={11} c="dimmed" style={{ whiteSpace: "nowrap" }}>
              {region ?? t("app.region")}
            </Text>
          </Box>
        </Group>
        {placesOf(me).map(({ to, label, icon: Icon }) => (
          <UnstyledButton key={to} component={Link} to={to} className={classes.place}>
            <Icon size={18} stroke={1.7} aria-hidden />
            <span>{t(label)}</span>
          </UnstyledButton>
        ))}
      </nav>
      <header className={classes.top}>
        <div className={classes.topLeft}>
          {responds(me) && (
            <Suspense>
              <ResponderHead />
            </Suspense>
          )}
        </div>
        <Group gap="xs" wrap="nowrap" ml="auto">
          {responds(me) && (
            <>
              <LinkButton to="/declare" variant="default" leftSection={<IconPhonePlus size={16} stroke={1.8} />} visibleFrom="sm">
                {t("app.frame.behalf")}
              </LinkButton>
              <LinkIcon to="/declare" variant="default" size={36} hiddenFrom="sm" aria-label={t("app.frame.behalf")}>
                <IconPhonePlus size={18} stroke={1.8} />
              </LinkIcon>
            </>
          )}
          <LanguageSwitch />
          <AccountMenu size={32} />
        </Group>
      </header>
      <EndpointsDown />
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}
