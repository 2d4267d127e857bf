import { describe, expect, it } from "vitest";
import { colleaguesOf, mayWork } from "./colleagues";

const NAMES: Record<string, string> = {
  lead1: "Hélène Vasseur",
  responder1: "Claire Delmas",
  responder2: "Claire Delmas",
  joker: "lead1",
};
const colleagues = colleaguesOf(["lead1", "responder1", "responder2", "joker", "lead1", "new"], (it) => NAMES[it] ?? it);

describe("A field for people", () => {
  it("suggests names, once each, and usernames where no name is known", () => {
    expect(colleagues.labels).toEqual([
      "Claire Delmas (responder1)",
      "Claire Delmas (responder2)",
      "Hélène Vasseur",
      "lead1 (joker)",
      "new",
    ]);
  });

  it("sends the username of a name, and takes a username as it is typed", () => {
    expect(colleagues.usernameOf("Hélène Vasseur")).toBe("lead1");
    expect(colleagues.usernameOf("Claire Delmas (responder2)")).toBe("responder2");
    expect(colleagues.usernameOf(" lead1 ")).toBe("lead1");
    expect(colleagues.usernameOf("nobody9")).toBe("nobody9");
  });

  it("shows of whom it does not know the username", () => {
    expect(colleagues.labelOf("responder2")).toBe("Claire Delmas (responder2)");
    expect(colleagues.labelOf("nobody9")).toBe("nobody9");
  });

  it("finds somebody by name without accents, and by username", () => {
    expect(colleagues.labels.filter((it) => colleagues.matches(it, "helene"))).toEqual(["Hélène Vasseur"]);
    expect(colleagues.labels.filter((it) => colleagues.matches(it, "Responder2"))).toEqual(["Claire Delmas (responder2)"]);
  });

  it("offers only who may work on a case, and keeps the username of others who are on one", () => {
    const some = colleaguesOf(
      ["lead1", "responder1"],
      (it) => NAMES[it] ?? it,
      (it) => it === "lead1",
    );
    expect(some.labels).toEqual(["Hélène Vasseur"]);
    expect(some.usernameOf(some.labelOf("responder1"))).toBe("responder1");
    expect(mayWork({ roles: ["AUTHORITY"] })).toBe(false);
    expect(mayWork({ roles: ["DECLARANT", "LEAD"] })).toBe(true);
  });
});
