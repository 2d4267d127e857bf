import { describe, expect, it } from "vitest";
import { Kept } from "./kept";

const NOW = Date.parse("2026-12-01T08:00:00Z");
const HOUR = 3_600_000;

/** As a browser's: what one page keeps, the next one finds. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (i: number) => [...kept.keys()][i] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}

describe("what somebody has typed and not sent", () => {
  it("is there after F5, for the same person and the same form alone", () => {
    const device = storage();
    new Kept(device).keep("ana", "note.1", "Le domaine", NOW);
    const reloaded = new Kept(device);
    expect(reloaded.find("ana", "note.1", NOW + HOUR)).toEqual({ value: "Le domaine", at: NOW });
    expect(reloaded.find("bo", "note.1", NOW)).toBeNull();
    expect(reloaded.find("ana", "note.2", NOW)).toBeNull();
  });

  it("is gone once it is sent", () => {
    const device = storage();
    new Kept(device).keep("ana", "note.1", "Le domaine", NOW);
    new Kept(device).drop("ana", "note.1");
    expect(new Kept(device).find("ana", "note.1", NOW)).toBeNull();
  });

  it("is gone from the device after 72 hours, whoever looks", () => {
    const device = storage();
    new Kept(device).keep("ana", "note.1", "Le domaine", NOW);
    expect(new Kept(device).find("ana", "note.1", NOW + 72 * HOUR)).not.toBeNull();
    expect(new Kept(device).find("ana", "note.1", NOW + 72 * HOUR + 1)).toBeNull();
    new Kept(device).sweep(NOW + 72 * HOUR + 1);
    expect(device.length).toBe(0);
  });

  it("leaves with whoever signs out, and what others have typed stays theirs", () => {
    const device = storage();
    const kept = new Kept(device);
    kept.keep("ana", "note.1", "a", NOW);
    kept.keep("ana", "note.2", "b", NOW);
    kept.keep("anaïs", "note.1", "c", NOW);
    kept.forget("ana");
    expect(kept.find("ana", "note.1", NOW)).toBeNull();
    expect(kept.find("ana", "note.2", NOW)).toBeNull();
    expect(kept.find("anaïs", "note.1", NOW)?.value).toBe("c");
  });

  it("stays as long as the page is open where the device keeps nothing, and nothing older comes back", () => {
    const device = storage();
    const kept = new Kept(device);
    kept.keep("ana", "note.1", "an older text", NOW);
    device.setItem = () => {
      throw new Error("full");
    };
    kept.keep("ana", "note.1", "a newer text", NOW);
    expect(kept.find("ana", "note.1", NOW)?.value).toBe("a newer text");
    expect(new Kept(null).find("ana", "note.1", NOW)).toBeNull();
  });

  it("is nothing where something else stands in its place", () => {
    const device = storage();
    device.setItem("pris.kept.ana.note.1", "{");
    device.setItem("pris.kept.ana.note.2", '{"at":"yesterday","value":"x"}');
    const kept = new Kept(device);
    expect(kept.find("ana", "note.1", NOW)).toBeNull();
    expect(kept.find("ana", "note.2", NOW)).toBeNull();
    device.setItem("elsewhere", "1");
    kept.sweep(NOW);
    expect(device.length).toBe(1);
  });
});
