import type { Colleague } from "../../api/people";
import { plain } from "../../kit/searchWords";

/** Accounts as a field shows them: what stands in it is a name, what is sent a username. */
export interface Colleagues {
  /** What a field suggests. */
  labels: string[];
  labelOf: (username: string) => string;
  /** The username of a label; what is no label is taken for a username. */
  usernameOf: (label: string) => string;
  /** Whether somebody's name or username has it. */
  matches: (label: string, search: string) => boolean;
}

/** Whom the service lets work on a case. */
export const mayWork = ({ roles }: Pick<Colleague, "roles">): boolean => roles.some((it) => it === "RESPONDER" || it === "LEAD");

/** Who shares a name, or bears another's username as a name, is told apart by their own username. */
export function colleaguesOf(
  usernames: Iterable<string>,
  nameOf: (username: string) => string,
  isOffered: (username: string) => boolean = () => true,
): Colleagues {
  const all = new Set(usernames);
  const bearers = new Map<string, number>();
  for (const name of [...all].map(nameOf)) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const labelOf = (username: string): string => {
    const name = nameOf(username);
    const shared = (bearers.get(name) ?? 0) > 1 || (name !== username && all.has(name));
    return shared ? `${name} (${username})` : name;
  };
  const of = new Map([...all].map((username) => [labelOf(username), username]));
  const usernameOf = (label: string): string => of.get(label.trim()) ?? label.trim();
  return {
    labels: [...all]
      .filter(isOffered)
      .map(labelOf)
      .sort((one, other) => one.localeCompare(other)),
    labelOf,
    usernameOf,
    matches: (label, search) => [label, usernameOf(label)].some((it) => plain(it).includes(plain(search))),
  };
}
