type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What changed, as a merge patch (RFC 7396): what stayed the same is absent, an answer taken back is null, a list replaces the list.
 * So a complement never overwrites what somebody else has said meanwhile of something else.
 */
export function patchOf(before: object, after: object): Record<string, Json> {
  const was = before as Record<string, unknown>;
  const is = after as Record<string, unknown>;
  const patch: Record<string, Json> = {};
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const [old, now] = [was[name], is[name]];
    if (now === undefined || now === null) {
      if (old !== undefined && old !== null) patch[name] = null;
    } else if (isObject(now) && isObject(old)) {
      const inner = patchOf(old, now);
      if (Object.keys(inner).length > 0) patch[name] = inner;
    } else if (JSON.stringify(old) !== JSON.stringify(now)) {
      patch[name] = now as Json;
    }
  }
  return patch;
}
