import { replaceEqualDeep } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { about, parseSearch } from "../app/search";
import { merged, newer, withTasks } from "../parts/board/cards";
import { boardSearch } from "../parts/board/filters";
import { answersOf } from "../parts/declare/body";
import { Drafts, emptyDraft } from "../parts/declare/draft";
import { patchOf } from "../parts/declare/patch";
import { fieldOf } from "../parts/declare/serverFields";
import { taskSearch } from "../parts/tasks/plan";
import { timelineSearch } from "../parts/timeline/lines";
import { webhookSearch } from "../parts/webhooks/search";
import { body, clientOf } from "./client";
import { harmless, parsed } from "./json";
import { problemOf } from "./problem";
import type { Card } from "./responder";

/** What an attacker would write wherever the pages read: by name, through the constructor, and with letters written as codes. */
const POISON = ['"__proto__":{"polluted":true}', '"constructor":{"prototype":{"polluted":true}}', '"\\u005f_proto__":{"polluted":true}'];
const EVIL = `{${POISON.join(",")},"deep":{${POISON.join(",")},"list":[{${POISON.join(",")}}]},"view":"RESPONDER"}`;

const before = Object.getOwnPropertyNames(Object.prototype);
const clean = (value: unknown) => (value as { polluted?: unknown }).polluted;

afterEach(() => {
  vi.unstubAllGlobals();
  expect(Object.getOwnPropertyNames(Object.prototype), "every object has what an answer said").toEqual(before);
  expect(clean({})).toBeUndefined();
  expect(clean(() => undefined)).toBeUndefined();
});

describe("a hostile answer of a service", () => {
  const fetched = vi.fn<(request: Request) => Promise<Response>>();
  const things = clientOf<{ "/api/things": { get: { responses: { 200: { content: { "application/json": Record<string, unknown> } } } } } }>(
    fetched,
  );
  const asked = async (text: string) => {
    fetched.mockResolvedValueOnce(new Response(text, { headers: { "Content-Type": "application/json" } }));
    return body(things.GET("/api/things"));
  };
  beforeEach(() => vi.stubGlobal("document", { cookie: "" }));

  it("gives nothing to the objects that are made of it, however they are copied", async () => {
    const [first, second] = [await asked(EVIL), await asked(EVIL.replace("RESPONDER", "ESTABLISHMENT"))];
    for (const copy of [second, { ...second }, Object.assign({}, second), structuredClone(second), replaceEqualDeep(first, second)]) {
      expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
      expect(clean(copy)).toBeUndefined();
      expect(clean(copy["deep"])).toBeUndefined();
    }
  });

  it("keeps what is only named like it: text, and keys that merely contain it", async () => {
    expect(await asked('{"text":"__proto__ \\u00e9","my__proto__":1}')).toEqual({ text: "__proto__ é", my__proto__: 1 });
  });

  it("that refuses names fields which are only names", async () => {
    const errors = [
      ...POISON.map((it) => JSON.parse(`{${it}}`) as unknown),
      { field: "__proto__" },
      { field: "constructor", message: "no" },
    ];
    const problem = await problemOf(new Response(JSON.stringify({ errors, reasons: [{ code: "toString" }] }), { status: 400 }));
    expect(problem.errors.map(({ field }) => fieldOf(field))).toEqual(["", "", "", "__proto__", "constructor"]);
    expect(clean(problem)).toBeUndefined();
  });
});

describe("a hostile line of the live board", () => {
  it("changes the card that it is about, and nothing else", () => {
    const card = parsed(`{"id":"1","revision":2,"tasksRevision":1,${POISON.join(",")}}`) as Card;
    const tasks = parsed(`{"tasksRevision":2,${POISON.join(",")}}`) as Parameters<typeof withTasks>[1];
    for (const copy of [newer(undefined, card), newer(card, { ...card, revision: 3 }), withTasks(card, tasks)]) {
      expect(clean(copy)).toBeUndefined();
      expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    }
    expect(merged([{ ...card, id: "__proto__" }], new Map()).size).toBe(1);
  });
});

describe("a hostile draft on the device", () => {
  const NOW = Date.parse("2026-11-24T05:34:00Z");
  const head = '"key":"k","savedAt":"2026-11-24T05:30:00Z"';
  const found = (text: string) => new Drafts({ getItem: () => text } as unknown as Storage).find("a", NOW);

  it("is read as far as it is a draft", () => {
    expect(found(`{${head},"name":"Anne",${POISON.join(",")},"unknown":1}`)).toEqual({
      ...emptyDraft("k", "2026-11-24T05:30:00Z"),
      name: "Anne",
    });
  });

  it.each(["null", "[]", '"text"', "1", `{${head.replace('"k"', "{}")}}`, '{"__proto__":{"key":"k","savedAt":"2026-11-24T05:30:00Z"}}'])(
    "%s is none",
    (text) => {
      expect(found(text)).toBeNull();
    },
  );

  it("with answers of another kind does not break the form that shows it", () => {
    const draft = found(`{${head},"systems":null,"support":{"length":1e9},"noticed":"now","description":7,"exercise":"yes","sentence":[]}`);
    expect(draft).toEqual(emptyDraft("k", "2026-11-24T05:30:00Z"));
  });

  it("leads to a complement with its own names alone", () => {
    const said = JSON.parse(EVIL) as object;
    const patch = patchOf({}, said);
    expect(Object.getPrototypeOf(patch)).toBe(Object.prototype);
    expect(clean(patch)).toBeUndefined();
    expect(patchOf(said, {})).toHaveProperty("view", null);
    const systems = found(`{${head},"systems":{${POISON[0]},"EHR":"STOPPED"}}`)?.systems;
    expect(clean(answersOf({ ...emptyDraft("", ""), systems: systems ?? {} }, NOW))).toBeUndefined();
  });
});

describe("a hostile address", () => {
  const ADDRESSES = [
    "?__proto__[polluted]=true",
    "?__proto__.polluted=true",
    `?__proto__=${encodeURIComponent('{"polluted":true}')}`,
    `?constructor=${encodeURIComponent('{"prototype":{"polluted":true}}')}`,
    `?view=${encodeURIComponent(EVIL)}&q=${encodeURIComponent(EVIL)}&endpoint=${encodeURIComponent(EVIL)}`,
    "?view=__proto__&kind=constructor&side=toString&status=__proto__&about=constructor&task=__proto__",
    "?severity=__proto__&severity=constructor",
  ];
  const PAGES = [boardSearch, about, taskSearch, timelineSearch, webhookSearch];

  it.each(ADDRESSES)("asks a page for nothing that it does not know: %#", (address) => {
    const search = parseSearch(address);
    expect(clean(search)).toBeUndefined();
    for (const page of PAGES) {
      const asked = page(search);
      expect(clean(asked)).toBeUndefined();
      expect(Object.values(asked).filter((it) => typeof it !== "string" && typeof it !== "undefined")).toEqual([]);
    }
  });

  it.each(ADDRESSES)("is nothing special to the router: %#", async (address) => {
    vi.stubGlobal("self", {});
    vi.stubGlobal("window", { origin: "http://localhost" });
    const root = createRootRoute();
    const cases = createRoute({ getParentRoute: () => root, path: "/cases", validateSearch: boardSearch });
    const history = createMemoryHistory({ initialEntries: [`/cases${address}`] });
    const router = createRouter({ routeTree: root.addChildren([cases]), history, parseSearch });
    await router.load();
    expect(clean(router.state.location.search)).toBeUndefined();
    expect(router.state.matches.map(({ search }) => clean(search))).toEqual([undefined, undefined]);
  });
});

describe("text that is kept as it came", () => {
  it("is the same where nothing in it is dangerous", () => {
    const text = '{"a":[1,"é",null],"prototype":{}}';
    expect(harmless(text)).toBe(text);
    expect(harmless('{"__proto__":1,"a":2}')).toBe('{"a":2}');
  });
});
