import { describe, expect, it } from "vitest";
import { Problem } from "../api/problem";
import { retries } from "./queries";
import { about } from "./search";

describe("a query that failed", () => {
  it("is asked again where nobody answered or a server failed, twice at most", () => {
    expect(retries(0, Problem.unreachable())).toBe(true);
    expect(retries(1, new Problem({ status: 503, type: "unavailable" }))).toBe(true);
    expect(retries(2, Problem.unreachable())).toBe(false);
  });

  it("is not asked again where it was refused", () => {
    for (const status of [400, 401, 403, 404, 409, 422]) expect(retries(0, new Problem({ status, type: "refused" }))).toBe(false);
  });
});

describe("the address of a complement", () => {
  it("names a part that exists, or none", () => {
    expect(about({ about: "national" })).toEqual({ about: "national" });
    expect(about({ about: "<script>" })).toEqual({});
  });
});
