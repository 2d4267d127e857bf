import { beforeAll, describe, expect, it } from "vitest";
import { loadPlans, readPhone } from "./phones";

describe("a telephone number before the plans are loaded", () => {
  it("is sent as it was typed, where it has digits", () => {
    expect(readPhone("06 39 98 41 07")).toEqual({ number: "06 39 98 41 07" });
    expect(readPhone("standard")).toEqual({ fault: "phone.unread" });
  });
});

describe("a telephone number", () => {
  beforeAll(loadPlans);

  it.each([
    ["06 39 98 41 07", "+33639984107"],
    ["+33 6 39 98 41 07", "+33639984107"],
    ["+33 (0)6.39.98.41.07", "+33639984107"],
    ["0033 6 39 98 00 00", "+33639980000"],
    ["(+33) 6 39 98 00 00", "+33639980000"],
    ["\u202a06 39 98 00 00\u202c", "+33639980000"],
    ["\u200e+33\u00a06\u202f39\u00a098\u00a000\u00a000", "+33639980000"],
    ["tel:+33639980000", "+33639980000"],
    ["０６ ３９ ９８ ００ ００", "+33639980000"],
    ["04-65-71-00-00", "+33465710000"],
    ["04 65 71 00 00 poste 4512", "+33465710000;ext=4512"],
    ["04 65 71 00 00, ext. 12", "+33465710000;ext=12"],
    ["tel:+33465710000;ext=4512", "+33465710000;ext=4512"],
    // of the overseas departments, mobile and fixed, also with the code of the mainland
    ["0692 12 34 56", "+262692123456"],
    ["+33 692 12 34 56", "+262692123456"],
    ["0262 20 20 20", "+262262202020"],
    ["0639 01 23 45", "+262639012345"],
    ["0690 30 12 34", "+590690301234"],
    ["0596 60 12 34", "+596596601234"],
    ["0694 20 12 34", "+594694201234"],
    ["+687 28 12 34", "+687281234"],
    ["+689 40 12 34 56", "+68940123456"],
    ["+508 41 12 34", "+508411234"],
    ["+41 22 555 01 02", "+41225550102"],
  ])("%s is stored as %s", (typed, number) => {
    expect(readPhone(typed)).toEqual({ number });
  });

  it("says what is wrong with it", () => {
    expect(readPhone("06 39 98 41")).toEqual({ fault: "phone.short", n: 2 });
    expect(readPhone("06 39 98 41 07 9")).toEqual({ fault: "phone.long" });
    expect(readPhone("+41 22")).toEqual({ fault: "phone.unread" });
    expect(readPhone("appelez le standard")).toEqual({ fault: "phone.unread" });
    expect(readPhone("12")).toEqual({ fault: "phone.unread" });
  });
});
