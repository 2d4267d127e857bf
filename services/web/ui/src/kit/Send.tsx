import { Button, type ButtonProps } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import classes from "./Send.module.css";

interface SendProps extends ButtonProps {
  onClick: () => void;
  /** Id of the element that says why it is locked. */
  locked?: string | undefined;
}

/** A button that is refused stays readable and in the tab order, and says why. */
export function Send({ onClick, locked, children, ...props }: SendProps) {
  if (locked === undefined) {
    return (
      <Button onClick={onClick} {...props}>
        {children}
      </Button>
    );
  }
  return (
    <Button
      {...props}
      aria-disabled
      aria-describedby={locked}
      className={classes.locked ?? ""}
      leftSection={<IconLock size={15} stroke={2} aria-hidden />}
    >
      {children}
    </Button>
  );
}
