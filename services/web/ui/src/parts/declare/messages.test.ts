import { beforeEach, describe, expect, it } from "vitest";
import { Shelf } from "../../testing/shelf";
import { newMessages, SeenMessages } from "./messages";

const line = (seq: number, type = "note.written.v1", role: "RESPONDER" | "DECLARANT" = "RESPONDER", text: string | null = "Bonjour") => ({
  seq,
  type,
  role,
  text,
});

describe("a message to the hospital", () => {
  it("is new until it has been seen; what the case does by itself is none", () => {
    const lines = [
      line(9),
      line(8, "case.taken.v1"),
      line(7, "note.written.v1", "DECLARANT"),
      line(6),
      line(5, undefined, undefined, null),
    ];
    expect(newMessages(lines, 0).map(({ seq }) => seq)).toEqual([9, 6]);
    expect(newMessages(lines, 6).map(({ seq }) => seq)).toEqual([9]);
    expect(newMessages(lines, 9)).toEqual([]);
  });
});

describe("what was seen on a device", () => {
  let shelf: Shelf;
  let seen: SeenMessages;
  beforeEach(() => {
    shelf = new Shelf();
    seen = new SeenMessages(shelf);
  });

  it("is known by person and case, and never goes back", () => {
    seen.saw("anne", "case-1", 9);
    seen.saw("anne", "case-1", 6);
    expect(new SeenMessages(shelf).upTo("anne", "case-1")).toBe(9);
    expect(seen.upTo("anne", "case-2")).toBe(0);
    expect(seen.upTo("paul", "case-1")).toBe(0);
  });

  it.each(["{", "[1]", '{"case-1": "9"}', "null"])("is nothing where the device keeps %s", (spoilt) => {
    shelf.setItem("pris.seen.anne", spoilt);
    expect(seen.upTo("anne", "case-1")).toBe(0);
  });
});
