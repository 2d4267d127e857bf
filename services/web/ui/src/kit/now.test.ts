import { afterEach, describe, expect, it } from "vitest";
import { observeServerTime, serverNow } from "./now";
import { spokenNumber } from "./phone";

describe("the time of the page", () => {
  afterEach(() => observeServerTime(new Date().toUTCString()));

  it("follows the server's clock where the device's is wrong", () => {
    observeServerTime(new Date(Date.now() + 3_600_000).toUTCString());
    expect(serverNow() - Date.now()).toBeGreaterThan(3_590_000);
  });

  it("leaves a small difference alone: the header has whole seconds", () => {
    observeServerTime(new Date(Date.now() + 3_000).toUTCString());
    expect(Math.abs(serverNow() - Date.now())).toBeLessThan(50);
  });

  it("ignores an answer without a date", () => {
    observeServerTime(null);
    observeServerTime("yesterday");
    expect(Math.abs(serverNow() - Date.now())).toBeLessThan(50);
  });
});

describe("a phone number", () => {
  it("is read as one dials it in France, and never broken", () => {
    expect(spokenNumber("+33639984107")).toBe("06\u00a039\u00a098\u00a041\u00a007");
    expect(spokenNumber("04 65 71 00 15")).toBe("04\u00a065\u00a071\u00a000\u00a015");
    expect(spokenNumber("+41225550102")).toBe("+41225550102");
  });
});
