import { useSyncExternalStore } from "react";

/** Whether the last answer said that nobody is signed in. What was typed stays on the page; a notice offers to sign in again. */
let signedOut = false;
const listeners = new Set<() => void>();

export const session = {
  ended: () => set(true),
  resumed: () => set(false),
};

function set(value: boolean) {
  if (signedOut === value) return;
  signedOut = value;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSignedOut = (): boolean => useSyncExternalStore(subscribe, () => signedOut);

/** `web` signs in by navigation and comes back to a local path. */
export const signInPath = (to: string): string => `/sign-in?to=${encodeURIComponent(to)}`;

/** The value of a cookie, or nothing. */
export function cookie(name: string, cookies = document.cookie): string | undefined {
  const found = cookies.split("; ").find((c) => c.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}

export const csrfToken = (): string => cookie("XSRF-TOKEN") ?? "";
