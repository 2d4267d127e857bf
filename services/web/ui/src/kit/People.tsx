import { Avatar, Text, Tooltip } from "@mantine/core";
import { useMe } from "../api/me";
import { usePeople } from "../api/people";
import { useWords } from "../words/useWords";
import classes from "./CaseCard.module.css";

const MOST = 4;

/** Accounts are subjects everywhere; who is known is shown by the name that they have now. */
export function useNameOf(): (subject: string) => string {
  const me = useMe();
  const names = usePeople();
  return (subject) => (me && subject === me.subject ? me.name : (names.get(subject) ?? subject));
}

/** Who is at work, as initials; the rest as a number. */
export function People({ names, size = 24 }: { names: readonly string[]; size?: number }) {
  const { t } = useWords();
  const nameOf = useNameOf();
  if (names.length === 0) {
    return (
      <Text size="xs" c="var(--ink-2)">
        {t("board.unassigned")}
      </Text>
    );
  }
  const rest = names.slice(MOST);
  return (
    <Avatar.Group spacing={5}>
      {names.slice(0, MOST).map((name) => (
        <Tooltip key={name} label={nameOf(name)}>
          <Avatar size={size} radius="xl" name={nameOf(name)} className={classes.person ?? ""} role="img" aria-label={nameOf(name)} />
        </Tooltip>
      ))}
      {rest.length > 0 && (
        <Tooltip label={rest.map(nameOf).join(", ")}>
          <Avatar size={size} radius="xl" className={classes.person ?? ""} role="img" aria-label={rest.map(nameOf).join(", ")}>
            +{rest.length}
          </Avatar>
        </Tooltip>
      )}
    </Avatar.Group>
  );
}
