import { describe, expect, it } from "vitest";
import { spokenNumber, telHref } from "./phone";

describe("the link of a telephone number", () => {
  it.each([
    ["+33639980011", "tel:+33639980011"],
    ["0033 6 39 98 00 11", "tel:+33639980011"],
    ["(+33) 6 39 98 00 11", "tel:+33639980011"],
    ["+33 (0)6 39 98 00 11", "tel:+33639980011"],
    ["06 39 98 00 11", "tel:+33639980011"],
    ["0692 12 34 56", "tel:+262692123456"],
    ["\u202a06 39 98 00 11\u202c", "tel:+33639980011"],
    ["tel:+33639980011", "tel:+33639980011"],
    ["+33465710000;ext=4512", "tel:+33465710000;ext=4512"],
    ["04 65 71 00 00 poste 4512", "tel:+33465710000;ext=4512"],
    ["06 39 98 00 11 (Anne)", "tel:+33639980011"],
    ["15", "tel:15"],
    ["3114", "tel:3114"],
    ["+41 22 555 01 02", "tel:+41225550102"],
  ])("%s is %s", (text, href) => {
    expect(telHref(text)).toBe(href);
  });

  it.each(["appelez le standard", "", "salle de crise, poste 41", "12 rue des Lilas", "()", "+", "\u200b"])("%j has none", (text) => {
    expect(telHref(text)).toBeUndefined();
  });
});

describe("a number as it is read", () => {
  it.each([
    ["+33639984107", "06 39 98 41 07"],
    ["04 65 71 00 15", "04 65 71 00 15"],
    ["+262692123456", "0692 12 34 56"],
    ["+590590201234", "0590 20 12 34"],
    ["+33465710000;ext=4512", "04 65 71 00 00 poste 4512"],
    ["+41225550102", "+41225550102"],
    ["appelez le standard", "appelez le standard"],
  ])("%s is %s", (text, spoken) => {
    expect(spokenNumber(text).replaceAll("\u00a0", " ")).toBe(spoken);
  });
});
