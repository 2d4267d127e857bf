import { Arrivals } from "./Arrivals";
import { CaseSearch } from "./CaseSearch";

/** What whoever responds has at hand on every page: the search, and the sign that a case has arrived. */
export default function ResponderHead() {
  return (
    <>
      <CaseSearch />
      <Arrivals />
    </>
  );
}
