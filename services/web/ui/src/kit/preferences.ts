import { useSyncExternalStore } from "react";
import { parsed } from "../api/json";

/** How this device behaves for whoever uses it. */
export interface Preferences {
  /** Keys of one letter that work anywhere on the page: who speaks to the machine switches them off. */
  keys: boolean;
  /** A sound when a case arrives. */
  sound: boolean;
  /** A notification of the system when a case arrives and nobody looks at the page. */
  notify: boolean;
}

const PLACE = "pris.preferences";
const USUAL: Preferences = { keys: true, sound: false, notify: false };

export function preferencesOf(text: string | null): Preferences {
  try {
    const kept = parsed(text ?? "null") as Partial<Preferences> | null;
    const of = (name: keyof Preferences) => (typeof kept?.[name] === "boolean" ? kept[name] : USUAL[name]);
    return { keys: of("keys"), sound: of("sound"), notify: of("notify") };
  } catch {
    return USUAL;
  }
}

const listeners = new Set<() => void>();
let known: Preferences | undefined;

function read(): Preferences {
  try {
    return preferencesOf(localStorage.getItem(PLACE));
  } catch {
    return USUAL;
  }
}

export const preferences = {
  now: (): Preferences => (known ??= read()),
  set: (part: Partial<Preferences>) => {
    known = { ...preferences.now(), ...part };
    try {
      localStorage.setItem(PLACE, JSON.stringify(known));
    } catch {
      // as long as the page is open, then
    }
    for (const listener of listeners) listener();
  },
};

function subscribe(listener: () => void) {
  const heard = ({ key }: StorageEvent) => {
    if (key !== PLACE && key !== null) return;
    known = undefined;
    listener();
  };
  listeners.add(listener);
  addEventListener("storage", heard);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", heard);
  };
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences.now);
