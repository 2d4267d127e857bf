import { beforeEach, describe, expect, it, vi } from "vitest";

const SECOND = 1_000;

class Stream extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 0;
  constructor(readonly url: string) {
    super();
    Stream.all.push(this);
  }
  close() {
    this.readyState = 2;
  }
  opens() {
    this.readyState = Stream.OPEN;
    this.dispatchEvent(new Event("open"));
  }
  fails() {
    this.dispatchEvent(new Event("error"));
  }
  isRefused() {
    this.readyState = Stream.CLOSED;
    this.dispatchEvent(new Event("error"));
  }
  tells(name: string, data: unknown = {}) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

const newest = () => Stream.all.at(-1) ?? expect.unreachable("no stream was opened");
let page: EventTarget & { visibilityState: string };
let site: EventTarget;
let watchBoard: typeof import("./boardStream").watchBoard;
let told: string[];
const watcher = {
  opened: () => told.push("opened"),
  live: (live: string) => told.push(live),
  removed: (id: string) => told.push(`removed ${id}`),
};

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  Stream.all = [];
  told = [];
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  site = new EventTarget();
  vi.stubGlobal("EventSource", Stream);
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", site);
  ({ watchBoard } = await import("./boardStream"));
});

function look(visibilityState: "visible" | "hidden") {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event("visibilitychange"));
}

describe("the live board", () => {
  it("opens one stream for all, and has each load its page only then", () => {
    watchBoard(watcher);
    expect(told).toEqual(["connecting"]);
    newest().opens();
    watchBoard({ opened: () => told.push("second opened") });
    expect(Stream.all).toHaveLength(1);
    expect(told).toEqual(["connecting", "live", "opened", "second opened"]);
    newest().tells("removed", { id: "7" });
    expect(told.at(-1)).toBe("removed 7");
  });

  it("comes back after a break and has the page loaded again, unnoticed where that takes no three seconds", () => {
    watchBoard(watcher);
    newest().opens();
    newest().fails();
    vi.advanceTimersByTime(SECOND);
    expect(Stream.all).toHaveLength(2);
    newest().opens();
    vi.advanceTimersByTime(10 * SECOND);
    expect(told).toEqual(["connecting", "live", "opened", "opened"]);
  });

  it("asks whether its session has ended once it is refused, and not where it only broke", async () => {
    const { session } = await import("./session");
    const asked = vi.fn(() => Promise.resolve(Response.json({ type: "urn:pris:problem:signed-out", status: 401 }, { status: 401 })));
    vi.stubGlobal("fetch", asked);
    vi.stubGlobal("document", Object.assign(page, { cookie: "" }));
    watchBoard(watcher);
    newest().opens();
    newest().fails();
    vi.advanceTimersByTime(SECOND);
    expect(asked).not.toHaveBeenCalled();

    newest().isRefused();
    await vi.waitFor(() => expect(session.standing()).toBe("elsewhere"));
    vi.advanceTimersByTime(2 * SECOND);
    newest().isRefused();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it("says that it is broken, and goes on trying ever more slowly", () => {
    watchBoard(watcher);
    newest().opens();
    for (let second = 0; second < 120; second++) {
      if (newest().readyState !== 2) newest().fails();
      vi.advanceTimersByTime(SECOND);
    }
    expect(told.at(-1)).toBe("broken");
    expect(Stream.all.length).toBeGreaterThan(8);
    expect(Stream.all.length).toBeLessThan(20);
    vi.advanceTimersByTime(30 * SECOND);
    newest().opens();
    expect(told.slice(-2)).toEqual(["live", "opened"]);
  });

  it("does not believe a stream that says nothing, and believes one that beats", () => {
    watchBoard(watcher);
    newest().opens();
    for (let beat = 0; beat < 8; beat++) {
      vi.advanceTimersByTime(15 * SECOND);
      newest().tells("beat");
    }
    expect(Stream.all).toHaveLength(1);
    vi.advanceTimersByTime(41 * SECOND);
    expect(Stream.all).toHaveLength(2);
    expect(Stream.all[0]?.readyState).toBe(2);
    newest().opens();
    expect(told.at(-1)).toBe("opened");
  });

  it("gives up an attempt that gets no answer", () => {
    watchBoard(watcher);
    vi.advanceTimersByTime(41 * SECOND);
    expect(Stream.all).toHaveLength(2);
  });

  it("is doubted at once after the machine has slept", () => {
    watchBoard(watcher);
    newest().opens();
    vi.setSystemTime(Date.now() + 30 * SECOND); // timers stood still
    look("visible");
    expect(Stream.all).toHaveLength(2);
    newest().opens();
    look("visible");
    expect(Stream.all).toHaveLength(2);
  });

  it("waits while there is no network, and comes back with it", () => {
    watchBoard(watcher);
    newest().opens();
    site.dispatchEvent(new Event("offline"));
    vi.advanceTimersByTime(4 * SECOND);
    expect(told.at(-1)).toBe("broken");
    expect(Stream.all).toHaveLength(1);
    site.dispatchEvent(new Event("online"));
    expect(Stream.all).toHaveLength(2);
    newest().opens();
    expect(told.slice(-2)).toEqual(["live", "opened"]);
    vi.advanceTimersByTime(20 * SECOND);
    expect(Stream.all).toHaveLength(2);
  });

  it("makes room for pages that somebody looks at, and comes back when somebody looks", () => {
    watchBoard(watcher);
    newest().opens();
    look("hidden");
    newest().tells("replaced");
    vi.advanceTimersByTime(120 * SECOND);
    expect(Stream.all).toHaveLength(1);
    look("visible");
    expect(Stream.all).toHaveLength(2);

    newest().opens();
    newest().tells("replaced");
    vi.advanceTimersByTime(10 * SECOND);
    expect(Stream.all).toHaveLength(2);
    vi.advanceTimersByTime(25 * SECOND);
    expect(Stream.all).toHaveLength(3);
  });

  it("ends a while after the last has looked away, and listens to nothing any more", () => {
    const stop = watchBoard(watcher);
    newest().opens();
    stop();
    vi.advanceTimersByTime(29 * SECOND);
    expect(newest().readyState).toBe(1);
    vi.advanceTimersByTime(2 * SECOND);
    expect(newest().readyState).toBe(2);
    look("visible");
    site.dispatchEvent(new Event("online"));
    vi.advanceTimersByTime(120 * SECOND);
    expect(Stream.all).toHaveLength(1);
  });
});
