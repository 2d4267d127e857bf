import { beforeEach, describe, expect, it } from "vitest";
import { Problem } from "../../api/problem";
import type { OwnTask } from "../../api/tasks";
import { Shelf } from "../../testing/shelf";
import { deliver, type GivenAnswer, GivenAnswers } from "./answers";

const given = (more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  caseId: "case-1",
  task: "internet",
  title: { fr: "Coupez Internet", en: "Cut the Internet" },
  answer: "IMPOSSIBLE",
  at: "2026-11-24T05:40:00.000Z",
  refused: false,
  ...more,
});
const task = (more: Partial<OwnTask> = {}): OwnTask => ({ id: "internet", version: 3, ...more }) as OwnTask;

describe("an answer given without a network", () => {
  let shelf: Shelf;
  let answers: GivenAnswers;
  beforeEach(() => {
    shelf = new Shelf();
    answers = new GivenAnswers(shelf);
  });

  it("is found again after the page was closed, with the time at which it was given", () => {
    answers.give("anne", given());
    expect(new GivenAnswers(shelf).of("anne")).toEqual([given()]);
    expect(answers.of("paul")).toEqual([]);
  });

  it("is one for each gesture: the newest", () => {
    answers.give("anne", given());
    answers.give("anne", given({ task: "backups", answer: "DONE" }));
    answers.give("anne", given({ answer: "DONE", at: "2026-11-24T05:41:00.000Z" }));
    expect(answers.of("anne").map(({ task: of, answer }) => `${of} ${answer}`)).toEqual(["backups DONE", "internet DONE"]);
  });

  it("leaves the device once it has arrived, but not what was answered meanwhile", () => {
    answers.give("anne", given());
    const newer = given({ answer: "DONE", at: "2026-11-24T05:41:00.000Z" });
    answers.give("anne", newer);
    answers.settle("anne", given());
    expect(answers.of("anne")).toEqual([newer]);
    answers.settle("anne", newer);
    expect(answers.of("anne")).toEqual([]);
    expect(shelf.length).toBe(0);
  });

  it("that was refused stays until the person has seen it", () => {
    answers.give("anne", given());
    answers.settle("anne", given(), true);
    expect(answers.of("anne")).toEqual([given({ refused: true })]);
  });

  it("is sent from the page where the device keeps nothing", () => {
    shelf.full = true;
    answers.give("anne", given());
    expect(answers.of("anne")).toEqual([given()]);
  });

  it.each([
    "{",
    "3",
    '[{"task": "internet"}]',
    '[{"caseId":"c","task":"t","title":{"fr":"","en":""},"answer":"X","at":"","refused":false}]',
  ])("is not read from %s", (spoilt) => {
    shelf.setItem("pris.answers.anne", spoilt);
    expect(answers.of("anne")).toEqual([]);
  });
});

describe("bringing an answer to PRIS", () => {
  const bring = (send: () => Promise<unknown>, found: OwnTask[] = [task()]) =>
    deliver(given(), { tasksOf: () => Promise.resolve(found), send });
  const refusal = (status: number, currentVersion?: number) => () =>
    Promise.reject(new Problem({ status, type: "refused", ...(currentVersion && { currentVersion }) }));

  it("sends it with the newest version of its task", async () => {
    const sent: unknown[] = [];
    const remote = {
      tasksOf: () => Promise.resolve([task({ version: 8 })]),
      send: (to: OwnTask, it: GivenAnswer) => Promise.resolve(sent.push([to.version, it.answer, it.at])),
    };
    expect(await deliver(given(), remote)).toBe("arrived");
    expect(sent).toEqual([[8, "IMPOSSIBLE", "2026-11-24T05:40:00.000Z"]]);
  });

  it("waits where nobody answered, a server failed, too much was asked, nobody is signed in, or the task was changed meanwhile", async () => {
    for (const status of [0, 500, 503, 429, 401]) expect(await bring(refusal(status))).toBe("later");
    expect(await bring(refusal(409, 4))).toBe("later");
    expect(await deliver(given(), { tasksOf: refusal(0), send: refusal(0) })).toBe("later");
  });

  it("ends where the case takes no answer any more", async () => {
    for (const status of [400, 403, 404, 409, 422]) expect(await bring(refusal(status))).toBe("refused");
    expect(await bring(() => Promise.resolve(), [])).toBe("refused");
  });

  it("does not undo what was answered later, nor repeat what had arrived although nobody said so", async () => {
    const never = () => Promise.reject(new Error("sent"));
    expect(await bring(never, [task({ reply: { answer: "DONE", at: "2026-11-24T05:45:00Z" } })])).toBe("arrived");
    expect(await bring(never, [task({ reply: { answer: "IMPOSSIBLE", at: "2026-11-24T05:40:00Z" } })])).toBe("arrived");
  });
});
