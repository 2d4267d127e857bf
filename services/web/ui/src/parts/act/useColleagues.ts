import { useMe } from "../../api/me";
import { usePeople } from "../../api/people";
import { useNameOf } from "../../kit/People";
import { useBoard } from "../board/useBoard";
import { type Colleagues, colleaguesOf } from "./colleagues";

/** Whom one may ask: who has called, and who has been seen at work. */
export function useColleagues(): Colleagues {
  const me = useMe();
  const names = usePeople();
  const nameOf = useNameOf();
  const { cards } = useBoard();
  const seen = [...cards.values()].flatMap((c) => [...c.people, ...(c.lead ? [c.lead] : [])]);
  return colleaguesOf([...(me ? [me.username] : []), ...names.keys(), ...seen], nameOf);
}
