import { MantineThemeProvider, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useEffect, useState } from "react";
import { useWords } from "../words/useWords";
import classes from "./Dialog.module.css";
import { DialogSessionNotice } from "./SessionNotice";

interface DialogProps {
  title: string;
  /** Whom or what it is about, beside the title. */
  about?: ReactNode;
  size?: number;
  onClose: () => void;
  children: ReactNode;
  /** Stands at the bottom, always in sight. */
  foot?: ReactNode;
  /** What is typed here is not lost by a slip beside it, or of a key. */
  keep?: boolean;
}

/** Lists and calendars open inside the dialog: a screen reader sees nothing of what lies outside it. */
const INSIDE = {
  components: { Combobox: { defaultProps: { withinPortal: false } }, Popover: { defaultProps: { withinPortal: false } } },
};

/** What opened the dialog that is open: focus goes back there, although one dialog may have followed another meanwhile. */
let opener: HTMLElement | null = null;

/** Where focus goes: what opened the dialog; the same card where it has moved on; the next step of the case; the title of the page. */
function backTo(): HTMLElement | null {
  if (opener?.isConnected && opener !== document.body) return opener;
  const card = opener?.dataset["card"];
  const again = card ? document.querySelector<HTMLElement>(`[data-card="${CSS.escape(card)}"]`) : null;
  return again ?? document.querySelector<HTMLElement>("[data-next-step]") ?? titleOf(document.querySelector("#main"));
}

function titleOf(main: HTMLElement | null): HTMLElement | null {
  const title = main?.querySelector<HTMLElement>("h1");
  if (title) title.tabIndex = -1;
  return title ?? main;
}

function useFocusBack() {
  useState(() => {
    const active = document.activeElement;
    if (active instanceof HTMLElement && !active.closest("[role=dialog]")) opener = active;
  });
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.querySelector("[role=dialog]")) return;
        backTo()?.focus();
      });
    },
    [],
  );
}

/** Half a second is longer than a double click takes: its second half lands beside a dialog that the first has opened, and must not close it. */
const DOUBLE = 500;

function useSettled(): boolean {
  const [settled, settle] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => settle(true), DOUBLE);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}

/** Every dialog: its title and what it is about on top, its buttons at the bottom; the whole screen on a phone. */
export function Dialog({ title, about, size = 560, onClose, children, foot, keep = false }: DialogProps) {
  const { t } = useWords();
  useFocusBack();
  const settled = useSettled();
  const narrow = useMediaQuery("(max-width: 860px)", undefined, { getInitialValueInEffect: false }) ?? false;
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={size}
      fullScreen={narrow}
      centered
      yOffset="2dvh"
      padding={0}
      transitionProps={{ duration: 0 }}
      closeOnClickOutside={!keep && settled}
      closeOnEscape={!keep}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.head}>
          <div className={classes.top}>
            <div className={classes.header}>
              <Modal.Title className={classes.title ?? ""} tabIndex={-1} data-autofocus>
                {title}
              </Modal.Title>
              {about}
            </div>
            <Modal.CloseButton aria-label={t("kit.close")} />
          </div>
          <DialogSessionNotice />
        </div>
        <Modal.Body>
          <MantineThemeProvider inherit theme={INSIDE}>
            <div className={classes.body}>{children}</div>
          </MantineThemeProvider>
          {foot && <div className={classes.foot}>{foot}</div>}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
