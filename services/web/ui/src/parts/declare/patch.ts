type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const own = (of: Record<string, unknown>, name: string): unknown => (Object.hasOwn(of, name) ? of[name] : undefined);

/**
 * What changed, as a merge patch (RFC 7396): what stayed the same is absent, an answer taken back is null, a list replaces the list.
 * So a complement never overwrites what somebody else has said meanwhile of something else.
 */
export function patchOf(before: object, after: object): Record<string, Json> {
  const was = before as Record<string, unknown>;
  const is = after as Record<string, unknown>;
  const patch: [string, Json][] = [];
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const [old, now] = [own(was, name), own(is, name)];
    if (now === undefined || now === null) {
      if (old !== undefined && old !== null) patch.push([name, null]);
    } else if (isObject(now) && isObject(old)) {
      const inner = patchOf(old, now);
      if (Object.keys(inner).length > 0) patch.push([name, inner]);
    } else if (JSON.stringify(old) !== JSON.stringify(now)) {
      patch.push([name, now as Json]);
    }
  }
  // by definition, not by assignment: no name is special
  return Object.fromEntries(patch);
}
