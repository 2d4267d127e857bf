import { useCallback, useState } from "react";
import { useMe } from "../api/me";
import { Kept } from "./kept";
import { serverNow } from "./now";

/** The device's storage; closed by some browsers, which say so by an exception. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

let device: Kept | undefined;
export function kept(): Kept {
  if (!device) {
    device = new Kept(storage());
    device.sweep(serverNow());
  }
  return device;
}

/** What was kept, made sure of: another build may have written it. Null: it is none. */
type Read<T> = (stored: unknown) => T | null;

export const text: Read<string> = (stored) => (typeof stored === "string" ? stored : null);
export const texts: Read<Readonly<Record<string, string>>> = (stored) =>
  typeof stored === "object" && stored !== null && Object.values(stored).every((it) => typeof it === "string")
    ? (stored as Record<string, string>)
    : null;

/** A state that outlives F5, a closed tab and a session that has ended. `done` once it is sent. */
export function useKept<T>(form: string, empty: T, read: Read<T>, isEmpty = (value: T) => JSON.stringify(value) === JSON.stringify(empty)) {
  const subject = useMe()?.subject ?? "";
  const [begun] = useState(() => {
    const found = kept().find(subject, form, serverNow());
    const value = found && read(found.value);
    return found && value !== null ? { value, at: found.at } : { value: empty, at: null };
  });
  const [value, setValue] = useState<T>(begun.value);
  const [foundAt, setFoundAt] = useState(begun.at);
  const done = useCallback(() => {
    kept().drop(subject, form);
    setFoundAt(null);
  }, [subject, form]);
  return {
    value,
    set: (next: T) => {
      setValue(next);
      if (isEmpty(next)) done();
      else kept().keep(subject, form, next, serverNow());
    },
    /** When what stands there was typed, where it was found on this device. */
    foundAt,
    done,
    restart: (to = empty) => {
      setValue(to);
      done();
    },
  };
}
