import { beforeEach, describe, expect, it, vi } from "vitest";
import { body, clientOf } from "./client";
import { keyUsed, Problem, problemOf } from "./problem";
import { cookie } from "./session";
import { signInPath } from "./signIn";

const answer = (status: number, json: unknown) =>
  new Response(JSON.stringify(json), { status, headers: { "Content-Type": "application/problem+json" } });

describe("a problem", () => {
  it("keeps fields, reasons and the current version", async () => {
    const problem = await problemOf(
      answer(409, {
        type: "urn:pris:problem:rule-violation",
        title: "Refused",
        detail: "two tasks are open",
        errors: [{ field: "version", message: "stale" }],
        reasons: [{ code: "tasks-open", parameters: { count: 2 } }],
        currentVersion: 4,
      }),
    );
    expect(problem).toMatchObject({
      status: 409,
      type: "rule-violation",
      detail: "two tasks are open",
      errors: [{ field: "version", message: "stale" }],
      reasons: [{ code: "tasks-open", parameters: { count: 2 } }],
      currentVersion: 4,
    });
  });

  it("has at least its status where a proxy answered with a page", async () => {
    const problem = await problemOf(new Response("<html>", { status: 502, statusText: "Bad Gateway" }));
    expect(problem).toMatchObject({ status: 502, type: "about:blank", title: "Bad Gateway", errors: [], reasons: [] });
  });

  it("of too many requests says from when on it may be tried again, by its body or its header, and whom to call", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-11-24T05:00:00Z") });
    const busy = { type: "urn:pris:problem:too-many-requests", retryAfter: 90, emergencyNumber: "04 65 71 00 15" };
    expect(await problemOf(answer(429, busy))).toMatchObject({
      type: "too-many-requests",
      retryAt: Date.parse("2026-11-24T05:01:30Z"),
      emergencyNumber: "04 65 71 00 15",
    });
    const header = (value: string) => problemOf(new Response("", { status: 429, headers: { "Retry-After": value } }));
    expect((await header("30")).retryAt).toBe(Date.parse("2026-11-24T05:00:30Z"));
    for (const odd of ["soon", "-5", "1e9", ""]) expect((await header(odd)).retryAt).toBeUndefined();
    vi.useRealTimers();
  });

  it("knows a key that was used for something else from every other refusal", async () => {
    const refused = (field: string) =>
      problemOf(answer(422, { type: "urn:pris:problem:invalid-content", errors: [{ field, message: "was used for another body" }] }));
    expect(keyUsed(await refused("Idempotency-Key"))).toBe(true);
    expect(keyUsed(await refused("description"))).toBe(false);
    expect([Problem.unreachable(), new Error("Idempotency-Key"), null].map(keyUsed)).toEqual([false, false, false]);
  });

  it("survives a body of the wrong shape", async () => {
    const problem = await problemOf(answer(400, { errors: "no list", reasons: [null, 3], currentVersion: "4" }));
    expect(problem.errors).toEqual([]);
    expect(problem.reasons).toEqual([
      { code: "", parameters: {} },
      { code: "", parameters: {} },
    ]);
    expect(problem.currentVersion).toBeUndefined();
  });
});

describe("a call", () => {
  interface Paths {
    "/api/things": {
      get: { responses: { 200: { content: { "application/json": { n: number } } } } };
      post: {
        requestBody: { content: { "application/json": object } };
        responses: { 201: { content: { "application/json": { n: number } } } };
      };
    };
  }
  const fetched = vi.fn<(request: Request) => Promise<Response>>();
  const things = clientOf<Paths>(fetched);

  beforeEach(() => {
    fetched.mockReset();
    vi.stubGlobal("document", { cookie: "other=1; XSRF-TOKEN=a%3Db" });
  });

  it("that changes something carries the CSRF token, one that reads does not", async () => {
    fetched.mockImplementation(() => Promise.resolve(answer(200, { n: 1 })));
    await things.POST("/api/things", { body: {} });
    await things.GET("/api/things");
    expect(fetched.mock.calls.map(([request]) => request.headers.get("X-XSRF-TOKEN"))).toEqual(["a=b", null]);
  });

  it("gives the body of a success", async () => {
    fetched.mockResolvedValue(answer(200, { n: 7 }));
    expect(await body(things.GET("/api/things"))).toEqual({ n: 7 });
  });

  it("throws the problem of a refusal", async () => {
    fetched.mockResolvedValue(answer(422, { type: "urn:pris:problem:validation" }));
    await expect(body(things.GET("/api/things"))).rejects.toMatchObject({ status: 422, type: "validation" });
  });

  it("that nobody answers is a problem with status 0", async () => {
    fetched.mockRejectedValue(new TypeError("Failed to fetch"));
    const error: unknown = await body(things.GET("/api/things")).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ status: 0 });
  });
});

describe("the session", () => {
  it("reads its cookie among others", () => {
    expect(cookie("XSRF-TOKEN", "a=1; XSRF-TOKEN=x%2Fy; b=2")).toBe("x/y");
    expect(cookie("XSRF-TOKEN", "NOT-XSRF-TOKEN=1")).toBeUndefined();
  });

  it("signs in to where one was", () => {
    expect(signInPath("/cases/7?tab=a&b=c")).toBe("/sign-in?to=%2Fcases%2F7%3Ftab%3Da%26b%3Dc");
  });
});
