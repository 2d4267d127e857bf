import dayjs from "dayjs";
import { expect, it } from "vitest";
import { dayFormat } from "./days";

it("a date field counts the first of a month as French does, and no other day", () => {
  const day = (date: string, language: "fr" | "en") =>
    dayjs(date)
      .locale(language === "en" ? "en-gb" : "fr")
      .format(dayFormat(language));
  expect(day("2026-12-01", "fr")).toBe("1er décembre 2026");
  expect(day("2026-12-02", "fr")).toBe("2 décembre 2026");
  expect(day("2026-12-21", "fr")).toBe("21 décembre 2026");
  expect(day("2026-12-01", "en")).toBe("1 December 2026");
});
