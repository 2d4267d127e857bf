import type { ReactNode } from "react";
import type { Pack } from "../words/language";
import { usePack } from "../words/Words";
import { Loading } from "./Waiting";

/** Shows what says words of a pack once they are there. */
export function Worded({ pack, children }: { pack: Pack; children: ReactNode }) {
  return usePack(pack) ? children : <Loading />;
}
