/** The one key that is dangerous, also where a part of it is written as `\u005f`. */
const SUSPECT = /__proto__|\\u/;

/**
 * Reads JSON from outside: services, the live board, what a device kept. A key `__proto__` is an ordinary key there, but whoever copies
 * the object later by assignment would give the copy another prototype: it is left out, wherever it stands.
 */
export const parsed = (text: string): unknown =>
  SUSPECT.test(text)
    ? JSON.parse(text, (key: string, value: unknown) => (key === "__proto__" ? undefined : value))
    : (JSON.parse(text) as unknown);

/** The same text without such a key. */
export const harmless = (text: string): string => (SUSPECT.test(text) ? JSON.stringify(parsed(text)) : text);
