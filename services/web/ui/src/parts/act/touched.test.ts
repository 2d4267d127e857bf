import { describe, expect, it } from "vitest";
import { changedOf, clashesOf, insist, sentOf, shownOf, touch, type Touched, untouched } from "./touched";

interface Form {
  harm: string;
  transfers: number | null;
  lines?: string[];
}
const opened: Form = { harm: "UNKNOWN", transfers: null };
const after: Form = { harm: "PROVEN", transfers: null };
const typed = (name: "harm" | "transfers", value: never): Touched<Form> => touch<Form, typeof name>(untouched, opened, name, value);

describe("a form that is open while a colleague changes the case", () => {
  it("sends what its writer touched, and nothing of what the colleague set meanwhile", () => {
    const touched = touch<Form, "transfers">(untouched, opened, "transfers", 1);
    expect(sentOf(touched, after)).toEqual({ transfers: 1 });
    expect(shownOf(touched, after)).toEqual({ harm: "PROVEN", transfers: 1 });
    expect(clashesOf(touched, after)).toEqual([]);
    expect(changedOf(opened, after)).toEqual(["harm"]);
  });

  it("names the field that both have touched, and loses neither answer", () => {
    const touched = typed("harm", "POTENTIAL" as never);
    expect(clashesOf(touched, after)).toEqual(["harm"]);
    expect(shownOf(touched, after).harm).toBe("POTENTIAL");
    expect(after.harm).toBe("PROVEN");
  });

  it("goes on typing in a field that clashes without forgetting that it does", () => {
    const again = touch<Form, "harm">(typed("harm", "POTENTIAL" as never), after, "harm", "NONE");
    expect(clashesOf(again, after)).toEqual(["harm"]);
  });

  it("settles the clash by one's own answer, until the colleague changes it once more", () => {
    const mine = insist(typed("harm", "POTENTIAL" as never), after, "harm");
    expect(clashesOf(mine, after)).toEqual([]);
    expect(sentOf(mine, after)).toEqual({ harm: "POTENTIAL" });
    expect(clashesOf(mine, { ...after, harm: "NONE" })).toEqual(["harm"]);
  });

  it("settles the clash by the colleague's answer, which is then nothing to send", () => {
    const theirs = touch<Form, "harm">(typed("harm", "POTENTIAL" as never), after, "harm", after.harm);
    expect(theirs).toEqual(untouched);
  });

  it("agrees with a colleague who has set the same", () => {
    const touched = typed("harm", "PROVEN" as never);
    expect(clashesOf(touched, after)).toEqual([]);
    expect(sentOf(touched, after)).toEqual({});
  });

  it("takes an absent field for one that is null", () => {
    expect(changedOf<Form>(opened, { harm: "UNKNOWN", transfers: undefined as never, lines: undefined as never })).toEqual([]);
  });
});
