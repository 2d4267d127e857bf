import { describe, expect, it } from "vitest";
import { hrefOf } from "./Way";

describe("the link to somebody", () => {
  it.each([
    ["h.vasseur@exemple.fr", "mailto:h.vasseur@exemple.fr"],
    [" a&b?subject=x@exemple.fr ", "mailto:a%26b%3Fsubject%3Dx@exemple.fr"],
    ["0033 6 39 98 00 11", "tel:+33639980011"],
    ["04 65 71 00 00 poste 4512", "tel:+33465710000;ext=4512"],
  ])("%s is %s", (way, href) => {
    expect(hrefOf(way)).toBe(href);
  });

  it.each(["appelez le standard", "salle de crise", "anne@", "javascript:alert(1)", "Signal : @anne"])("%s has none", (way) => {
    expect(hrefOf(way)).toBeUndefined();
  });
});
