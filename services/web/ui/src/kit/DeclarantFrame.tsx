import { Button, MantineThemeProvider, Popover } from "@mantine/core";
import { IconPhoneCall } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSettings } from "../api/settings";
import { useWords } from "../words/useWords";
import { AccountMenu } from "./AccountMenu";
import classes from "./DeclarantFrame.module.css";
import { EmergencyNumbers, useOurNumber } from "./EmergencyNumbers";
import { LanguageSwitch } from "./LanguageSwitch";
import { Mark } from "./Mark";

/** Taller controls than the responders have: a thumb, on a phone, under stress. */
const TALL = ["Button", "TextInput", "Textarea", "NativeSelect", "Select", "Checkbox", "Radio", "TimePicker", "DatePickerInput"];
const theme = { components: Object.fromEntries(TALL.map((c) => [c, { defaultProps: { size: "md" } }])) };

/** The frame of every page of an establishment: no places to learn, the emergency numbers one tap away. */
export function DeclarantFrame({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const settings = useSettings();
  const number = useOurNumber();
  return (
    <MantineThemeProvider inherit theme={theme}>
      <div className={`${classes.scale} ${classes.frame}`}>
        <a className={classes.skip} href="#main">
          {t("app.frame.skip")}
        </a>
        <header className={classes.bar}>
          <div className={`${classes.in} ${classes.row}`}>
            <Link to="/" className={classes.home}>
              <Mark size={30} />
              <b>{t("app.name")}</b>
              <span className={classes.region}>{settings?.region ?? t("app.region")}</span>
              <span className="sr-only">, {t("app.frame.home")}</span>
            </Link>
            <div className={classes.right}>
              {number && (
                <Popover width={340} position="bottom-end" trapFocus={false} shadow="md">
                  <Popover.Target>
                    <Button variant="default" px={12} h={44} leftSection={<IconPhoneCall size={19} stroke={1.8} aria-hidden />}>
                      {t("app.frame.urgent")}
                      <span className="mantine-visible-from-sm">
                        {"\u00a0"}
                        {number}
                      </span>
                    </Button>
                  </Popover.Target>
                  <Popover.Dropdown className={classes.scale} aria-label={t("app.numbers")}>
                    <EmergencyNumbers />
                  </Popover.Dropdown>
                </Popover>
              )}
              <LanguageSwitch />
              <AccountMenu className={classes.scale} />
            </div>
          </div>
        </header>
        <main id="main" tabIndex={-1} className={`${classes.in} ${classes.main}`}>
          {children}
        </main>
        <footer className={classes.foot}>
          <div className={classes.in}>
            <p>{t("app.frame.legal")}</p>
            {settings?.nationalPortal && (
              <a href={settings.nationalPortal} target="_blank" rel="noreferrer">
                {t("app.frame.portal")}
              </a>
            )}
          </div>
        </footer>
      </div>
    </MantineThemeProvider>
  );
}
