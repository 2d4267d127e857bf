import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Dialog } from "../../kit/Dialog";
import { useWords } from "../../words/useWords";
import { useRefusal } from "./useRefusal";
import classes from "./EndpointForm.module.css";

interface ConfirmProps {
  title: string;
  /** What it does. */
  children: ReactNode;
  act: string;
  dangerous?: boolean;
  onAct: () => void;
  acting: boolean;
  error: unknown;
  onClose: () => void;
}

/** Says what a step leads to before it is taken; the button names it. */
export function Confirm({ title, children, act, dangerous = false, onAct, acting, error, onClose }: ConfirmProps) {
  const { t } = useWords();
  const refusal = useRefusal();
  return (
    <Dialog
      title={title}
      size={520}
      onClose={onClose}
      foot={
        <>
          {error ? (
            <p className={classes.failed} role="alert">
              {refusal(error)}
            </p>
          ) : null}
          <div className={classes.buttons}>
            <Button variant="default" onClick={onClose}>
              {t("webhooks.cancel")}
            </Button>
            <Button onClick={onAct} loading={acting} {...(dangerous && { className: classes.danger ?? "" })}>
              {act}
            </Button>
          </div>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
