import type { Colleague } from "../../api/people";
import { plain } from "../../kit/searchWords";

/** Accounts as a field shows them: what stands in it is a name, what is sent a subject. */
export interface Colleagues {
  /** What a field suggests. */
  labels: string[];
  labelOf: (subject: string) => string;
  /** The subject of a label; anything else is sent as typed, and the service takes it for a username. */
  subjectOf: (label: string) => string;
  /** Whether somebody's name or username has it. */
  matches: (label: string, search: string) => boolean;
}

/** Whom the service lets work on a case. */
export const mayWork = ({ roles }: Pick<Colleague, "roles">): boolean => roles.some((it) => it === "RESPONDER" || it === "LEAD");

/** Who shares a name, or bears another's username as a name, is told apart by their own username. */
export function colleaguesOf(
  subjects: Iterable<string>,
  nameOf: (subject: string) => string,
  usernameOf: (subject: string) => string = (subject) => subject,
  isOffered: (subject: string) => boolean = () => true,
): Colleagues {
  const all = new Set(subjects);
  const bearers = new Map<string, number>();
  for (const name of [...all].map(nameOf)) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const usernames = new Map([...all].map((subject) => [usernameOf(subject), subject]));
  const labelOf = (subject: string): string => {
    const name = nameOf(subject);
    const shared = (bearers.get(name) ?? 0) > 1 || (usernames.get(name) ?? subject) !== subject;
    return shared ? `${name} (${usernameOf(subject)})` : name;
  };
  const of = new Map([...all].map((subject) => [labelOf(subject), subject]));
  const subjectOf = (label: string): string => of.get(label.trim()) ?? usernames.get(label.trim()) ?? label.trim();
  return {
    labels: [...all]
      .filter(isOffered)
      .map(labelOf)
      .sort((one, other) => one.localeCompare(other)),
    labelOf,
    subjectOf,
    matches: (label, search) => [label, usernameOf(subjectOf(label))].some((it) => plain(it).includes(plain(search))),
  };
}
