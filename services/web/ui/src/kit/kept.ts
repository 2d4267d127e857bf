import { parsed } from "../api/json";

const PLACE = "pris.kept.";
const HOUR = 3_600_000;
/** A device is often shared: what nobody sends within three days is thrown away. */
const LONGEST = 72 * HOUR;

export interface Found {
  value: unknown;
  /** When it was typed, in ms. */
  at: number;
}

/** What somebody has typed and not sent, on this device: by person and form, so that nobody sees what another has written. */
export class Kept {
  private readonly storage: Storage | null;
  /** Where the device keeps nothing, as long as the page is open. */
  private readonly memory = new Map<string, Found>();

  constructor(storage: Storage | null) {
    this.storage = storage;
  }

  find(subject: string, form: string, now: number): Found | null {
    const name = nameOf(subject, form);
    const found = this.stored(name) ?? this.memory.get(name) ?? null;
    return found && now - found.at <= LONGEST ? found : null;
  }

  keep(subject: string, form: string, value: unknown, at: number) {
    const name = nameOf(subject, form);
    try {
      this.storage?.setItem(name, JSON.stringify({ at, value }));
      if (this.storage) return;
    } catch {
      // full or closed: an older text must not come back in place of this one
      this.remove(name);
    }
    this.memory.set(name, { value, at });
  }

  drop(subject: string, form: string) {
    this.remove(nameOf(subject, form));
  }

  /** Somebody leaves: nothing of theirs stays. */
  forget(subject: string) {
    for (const name of this.names()) if (name.startsWith(nameOf(subject, ""))) this.remove(name);
  }

  /** Throws away what has become too old, whoever's it is. */
  sweep(now: number) {
    for (const name of this.names()) {
      const found = this.stored(name);
      if (!found || !(now - found.at <= LONGEST)) this.remove(name);
    }
  }

  private remove(name: string) {
    this.memory.delete(name);
    try {
      this.storage?.removeItem(name);
    } catch {
      // a storage that is closed holds nothing
    }
  }

  private names(): string[] {
    try {
      const stored = this.storage ? Array.from({ length: this.storage.length }, (_, i) => this.storage?.key(i) ?? "") : [];
      return [...new Set([...stored, ...this.memory.keys()])].filter((name) => name.startsWith(PLACE));
    } catch {
      return [...this.memory.keys()];
    }
  }

  private stored(name: string): Found | null {
    try {
      const found = parsed(this.storage?.getItem(name) ?? "null") as Partial<Found> | null;
      return found && typeof found.at === "number" && "value" in found ? { value: found.value, at: found.at } : null;
    } catch {
      return null;
    }
  }
}

const nameOf = (subject: string, form: string): string => `${PLACE}${subject}.${form}`;
