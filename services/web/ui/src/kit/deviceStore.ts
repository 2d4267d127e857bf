/**
 * What a page keeps on this device, by name. An entry is the same object until it changes, as React's external stores ask. Where the
 * device keeps nothing, its storage full or closed, it stays on this page.
 */
export class DeviceStore<T> {
  private readonly storage: Storage;
  private readonly place: string;
  private readonly parse: (text: string | null, now: number) => T;
  private readonly listeners = new Set<(gone: string | null) => void>();
  private readonly read = new Map<string, { text: string | null; value: T }>();

  constructor(storage: Storage, place: string, parse: (text: string | null, now: number) => T) {
    this.storage = storage;
    this.place = place;
    this.parse = parse;
  }

  find(name: string, now: number): T {
    const text = this.storage.getItem(this.place + name);
    const known = this.read.get(name);
    if (known?.text === text) return known.value;
    const value = this.parse(text, now);
    this.read.set(name, { text, value });
    return value;
  }

  /** False where it is on this page alone. */
  keep(name: string, value: T): boolean {
    try {
      this.storage.setItem(this.place + name, JSON.stringify(value));
      this.read.delete(name);
      return true;
    } catch {
      this.read.set(name, { text: this.storage.getItem(this.place + name), value });
      return false;
    } finally {
      this.tell();
    }
  }

  discard(name: string) {
    this.storage.removeItem(this.place + name);
    this.read.delete(name);
    this.tell();
  }

  /** Tells of every change; by name, what another tab has discarded. */
  readonly subscribe = (listener: (gone: string | null) => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Another tab has kept or discarded something. */
  readonly heard = ({ key, newValue }: { key: string | null; newValue?: string | null }) => {
    if (key === null) this.tell();
    else if (key.startsWith(this.place)) this.tell(newValue === null ? key.slice(this.place.length) : null);
  };

  private tell(gone: string | null = null) {
    for (const listener of this.listeners) listener(gone);
  }
}
