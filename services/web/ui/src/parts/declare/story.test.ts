import { describe, expect, it } from "vitest";
import { wordsFor } from "../../testing/words";
import { saidIn } from "./story";

const say = wordsFor(["kit", "declare"]);

describe("a line of the hospital's own log", () => {
  it("says what was answered to a gesture, not the question alone", () => {
    expect(saidIn({ type: "task.answered.v1", text: "Coupez Internet", data: { answer: "IMPOSSIBLE" } }, say)).toBe(
      "Coupez Internet\u00a0: Impossible",
    );
  });

  it("keeps the answer where the text was removed, and the text where the answer was", () => {
    expect(saidIn({ type: "task.answered.v1", text: null, data: { answer: "DONE" } }, say)).toBe("Fait");
    expect(saidIn({ type: "task.answered.v1", text: "Coupez Internet", data: null }, say)).toBe("Coupez Internet");
  });

  it("is otherwise what somebody wrote, or nothing", () => {
    expect(saidIn({ type: "note.written.v1", text: "Nous arrivons.", data: {} }, say)).toBe("Nous arrivons.");
    expect(saidIn({ type: "case.taken.v1", text: null, data: {} }, say)).toBeNull();
  });
});
