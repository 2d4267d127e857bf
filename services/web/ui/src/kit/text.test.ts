import { describe, expect, it } from "vitest";
import { answerIn, hasControl } from "./text";

describe("what cannot be seen", () => {
  it.each(["", "   ", "\u00a0\u202f", "\u200b".repeat(25), "\u00a0\u200b", "\u2060\ufeff", "\u3164", "\u2800", "\u00ad", "\u202e\u202c"])(
    "%j is no answer",
    (typed) => {
      expect(answerIn(typed)).toBe("");
    },
  );

  it.each(["a", " tout est bloqué ", "?", "é", "👩‍⚕️", "日本"])("%j is one", (typed) => {
    expect(answerIn(typed)).toBe(typed.trim());
  });
});

describe("control characters", () => {
  it.each(["a\u0000b", "\u0007", "a\u009fb", "\ud800", "\u007f"])("%j has one", (typed) => {
    expect(hasControl(typed)).toBe(true);
  });

  it.each(["deux\nlignes\r\n\tet une tabulation", "👩‍⚕️", "\u00a0"])("%j has none", (typed) => {
    expect(hasControl(typed)).toBe(false);
  });
});
