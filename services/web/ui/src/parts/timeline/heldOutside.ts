import type { useVerification } from "../../api/lines";
import type { Key } from "../../words/key";

type Verification = NonNullable<ReturnType<typeof useVerification>["data"]>;

/** What the proof says of the copies that the ARS holds: a key of words, the line that it names, and since when. */
export function heldOutside({ heldOutside: held }: Pick<Verification, "heldOutside">): { key: Key; n: number; since: string | null } {
  if (!held) return { key: "timeline.chain.held.none", n: 0, since: null };
  const differs = held.differsAt ?? null;
  return differs === null
    ? { key: "timeline.chain.held.at", n: held.seq, since: held.since }
    : { key: "timeline.chain.held.differs", n: differs, since: held.since };
}

/** Why people are warned: the lines disagree with one another, or with a copy outside. */
export function chainText({ valid, fault }: Pick<Verification, "valid" | "fault">): Key {
  if (valid) return "timeline.chain.explain";
  return fault === "COPY_DIFFERS" ? "timeline.chain.held.differs.explain" : "timeline.chain.broken.explain";
}
