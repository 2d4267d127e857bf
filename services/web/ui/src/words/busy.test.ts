import { createIntl } from "react-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../api/problem";
import messages from "./app.fr.json";
import { wordsOf } from "./useWords";

const NOW = Date.parse("2026-11-24T05:00:20Z"); // 06:00 in Paris
const { problem } = wordsOf(createIntl({ locale: "fr", messages, timeZone: "Europe/Paris" }));
const busy = (seconds?: number, emergencyNumber?: string) =>
  problem(
    new Problem({
      status: 429,
      type: "too-many-requests",
      emergencyNumber,
      ...(seconds !== undefined && { retryAt: NOW + seconds * 1000 }),
    }),
  ).replaceAll("\u00a0", " ");

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

describe("too many requests", () => {
  it("say when to try again, and whom to call meanwhile", () => {
    expect(busy(150, "04 65 71 00 15")).toBe(
      "Trop de demandes à la fois. Réessayez à partir de 06 h 03. Si c’est urgent, n’attendez pas : appelez le 04 65 71 00 15.",
    );
  });

  it("say no time that is already over, or that nobody knows", () => {
    expect(busy(30)).toBe("Trop de demandes à la fois. Réessayez dans une minute.");
    expect(busy(-1)).toBe("Trop de demandes à la fois. Vous pouvez réessayer maintenant.");
    expect(busy()).toBe("Trop de demandes à la fois. Réessayez un peu plus tard.");
  });
});
