import { beforeEach, describe, expect, it } from "vitest";
import { draft, least, NOW } from "../../testing/drafts";
import { Shelf } from "../../testing/shelf";
import { Drafts, emptyDraft } from "./draft";

describe("a draft on the device", () => {
  let shelf: Shelf;
  let drafts: Drafts;
  beforeEach(() => {
    shelf = new Shelf();
    drafts = new Drafts(shelf);
  });

  it("is found again after the page was closed", () => {
    drafts.keep("anne.declare", least());
    expect(new Drafts(shelf).find("anne.declare", NOW)).toEqual(least());
  });

  it("belongs to one person", () => {
    drafts.keep("anne.declare", least());
    expect(drafts.find("paul.declare", NOW)).toBeNull();
  });

  it("is the same object until it changes, as a store must give it", () => {
    drafts.keep("a", least());
    expect(drafts.find("a", NOW)).toBe(drafts.find("a", NOW));
  });

  it("is dropped after a week, when spoilt, and when discarded", () => {
    drafts.keep("old", draft({ savedAt: "2026-11-16T05:00:00Z" }));
    expect(drafts.find("old", NOW)).toBeNull();
    shelf.setItem("pris.draft.spoilt", "{");
    expect(drafts.find("spoilt", NOW)).toBeNull();
    drafts.keep("gone", least());
    drafts.discard("gone");
    expect(drafts.find("gone", NOW)).toBeNull();
  });

  it("of an earlier build gets what was added since", () => {
    shelf.setItem("pris.draft.a", JSON.stringify({ key: "k", savedAt: "2026-11-24T05:00:00Z", name: "Anne" }));
    expect(drafts.find("a", NOW)).toEqual({ ...emptyDraft("k", "2026-11-24T05:00:00Z"), name: "Anne" });
  });

  it("keeps a time of an earlier build, which knew nothing of an hour that comes twice", () => {
    const noticed = { day: "2026-11-24", time: "06:22" };
    shelf.setItem("pris.draft.a", JSON.stringify({ key: "k", savedAt: "2026-11-24T05:00:00Z", noticed, began: { day: 3 } }));
    expect(drafts.find("a", NOW)).toMatchObject({ noticed: { ...noticed, turn: "" }, began: { day: "", time: "", turn: "" } });
  });

  it("does not stop anybody where the storage is full, but says so", () => {
    shelf.full = true;
    expect(drafts.keep("a", least())).toBe(false);
    shelf.full = false;
    expect(drafts.keep("a", least())).toBe(true);
  });

  it("tells who listens, also of what another tab keeps", () => {
    let told = 0;
    const stop = drafts.subscribe(() => told++);
    drafts.keep("a", least());
    drafts.discard("a");
    drafts.heard({ key: "pris.draft.a" });
    drafts.heard({ key: "pris.language" });
    stop();
    drafts.keep("a", least());
    expect(told).toBe(3);
  });

  it("tells by name what another tab has discarded, and nothing of a storage that was cleared", () => {
    const gone: (string | null)[] = [];
    drafts.subscribe((name) => gone.push(name));
    drafts.heard({ key: "pris.draft.anne.declare", newValue: null });
    drafts.heard({ key: "pris.draft.anne.declare", newValue: "{}" });
    drafts.heard({ key: null, newValue: null });
    expect(gone).toEqual(["anne.declare", null, null]);
  });
});
