import { responds, useMe } from "../../api/me";
import { useColleagueList } from "../../api/people";
import { useNameOf } from "../../kit/People";
import { useBoard } from "../board/useBoard";
import { type Colleagues, colleaguesOf, mayWork } from "./colleagues";

/** Whom one may ask: those that the service knows as responders or leads. Of others who are on a case the name is known, they are not offered. */
export function useColleagues(): Colleagues {
  const me = useMe();
  const people = useColleagueList();
  const nameOf = useNameOf();
  const { cards } = useBoard();
  const seen = [...cards.values()].flatMap((c) => [...c.people, ...(c.lead ? [c.lead] : [])]);
  const workers = new Set([...people.filter(mayWork).map((it) => it.subject), ...(me && responds(me) ? [me.subject] : [])]);
  const usernames = new Map(people.map(({ subject, username }) => [subject, username]));
  return colleaguesOf(
    [...workers, ...people.map((it) => it.subject), ...seen],
    nameOf,
    (subject) => usernames.get(subject) || subject,
    (subject) => workers.has(subject),
  );
}
