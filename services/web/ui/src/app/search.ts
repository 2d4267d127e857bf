/** Which part of a complement is to be opened first. */
export const about = (search: Record<string, unknown>): { about?: "national" } =>
  search["about"] === "national" ? { about: "national" } : {};
