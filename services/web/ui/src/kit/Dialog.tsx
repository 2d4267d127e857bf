import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useWords } from "../words/useWords";
import classes from "./Dialog.module.css";

interface DialogProps {
  title: string;
  /** Whom or what it is about, beside the title. */
  about?: ReactNode;
  size?: number;
  onClose: () => void;
  children: ReactNode;
  /** Stands at the bottom, always in sight. */
  foot?: ReactNode;
  /** What is typed here is not lost by a slip beside it. */
  keep?: boolean;
}

/** Every dialog: its title and what it is about on top, its buttons at the bottom; the whole screen on a phone. */
export function Dialog({ title, about, size = 560, onClose, children, foot, keep = false }: DialogProps) {
  const { t } = useWords();
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
      closeOnClickOutside={!keep}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.top}>
          <div className={classes.header}>
            <Modal.Title className={classes.title ?? ""} tabIndex={-1} data-autofocus>
              {title}
            </Modal.Title>
            {about}
          </div>
          <Modal.CloseButton aria-label={t("act.close")} />
        </div>
        <Modal.Body>
          <div className={classes.body}>{children}</div>
          {foot && <div className={classes.foot}>{foot}</div>}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
