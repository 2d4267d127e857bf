import { describe, expect, it } from "vitest";
import { colleaguesOf, mayWork } from "./colleagues";

const NAMES: Record<string, string> = {
  "sub-1": "Hélène Vasseur",
  "sub-2": "Claire Delmas",
  "sub-3": "Claire Delmas",
  "sub-4": "lead1",
};
const USERNAMES: Record<string, string> = { "sub-1": "lead1", "sub-2": "responder1", "sub-3": "responder+2", "sub-4": "joker" };
const nameOf = (it: string) => NAMES[it] ?? it;
const usernameOf = (it: string) => USERNAMES[it] ?? it;
const colleagues = colleaguesOf(["sub-1", "sub-2", "sub-3", "sub-4", "sub-1", "new"], nameOf, usernameOf);

describe("A field for people", () => {
  it("suggests names, once each, and subjects where no name is known", () => {
    expect(colleagues.labels).toEqual([
      "Claire Delmas (responder+2)",
      "Claire Delmas (responder1)",
      "Hélène Vasseur",
      "lead1 (joker)",
      "new",
    ]);
  });

  it("sends the subject of a name or of a username, and anything else as it is typed", () => {
    expect(colleagues.subjectOf("Hélène Vasseur")).toBe("sub-1");
    expect(colleagues.subjectOf("Claire Delmas (responder+2)")).toBe("sub-3");
    expect(colleagues.subjectOf(" lead1 ")).toBe("sub-1");
    expect(colleagues.subjectOf("nobody9")).toBe("nobody9");
  });

  it("shows of whom it does not know the subject", () => {
    expect(colleagues.labelOf("sub-3")).toBe("Claire Delmas (responder+2)");
    expect(colleagues.labelOf("nobody9")).toBe("nobody9");
  });

  it("finds somebody by name without accents, and by username", () => {
    expect(colleagues.labels.filter((it) => colleagues.matches(it, "helene"))).toEqual(["Hélène Vasseur"]);
    expect(colleagues.labels.filter((it) => colleagues.matches(it, "Responder+2"))).toEqual(["Claire Delmas (responder+2)"]);
  });

  it("offers only who may work on a case, and keeps the subject of others who are on one", () => {
    const some = colleaguesOf(["sub-1", "sub-2"], nameOf, usernameOf, (it) => it === "sub-1");
    expect(some.labels).toEqual(["Hélène Vasseur"]);
    expect(some.subjectOf(some.labelOf("sub-2"))).toBe("sub-2");
    expect(mayWork({ roles: ["AUTHORITY"] })).toBe(false);
    expect(mayWork({ roles: ["DECLARANT", "LEAD"] })).toBe(true);
  });
});
