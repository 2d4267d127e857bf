/** What Unicode does not take apart by itself. */
const LETTERS: Record<string, string> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };
const OTHER_LETTERS = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** Neither seen nor heard: zero widths, directions, soft hyphens, variation selectors, control characters that are no blanks. */
const INVISIBLE = /[\p{Cf}\p{DI}\p{Cc}]/gu;

/** Digits as they are printed in groups: a FINESS number, or the beginning of one. */
const GROUPS = /(?<![\p{L}\p{N}])\d{1,4}(?: \d{1,4})+(?![\p{L}\p{N}])/gu;
const FINESS = 9;

/** Lower case, without accents, ligatures and what cannot be seen; every kind of blank, hyphen and apostrophe is one blank. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\S\uFEFF]+/gu, " ")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .replace(OTHER_LETTERS, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** « 990 000 010 » is one number, « 2026 000004 » are two; « 990 00 » may become one. */
const joined = (digits: string): string => {
  const groups = digits.split(" ");
  const threes = groups.every((it, i) => it.length === 3 || (i === groups.length - 1 && it.length < 3));
  const whole = groups.join("");
  return whole.length === FINESS || (threes && whole.length < FINESS) ? whole : digits;
};

/** The words that somebody looks for. */
export const wantedOf = (q: string): string[] => plain(q).replace(GROUPS, joined).split(" ").filter(Boolean);

/** The words by which something is found; digits that are printed in groups also in one. */
export const wordsOf = (text: string): string[] => {
  const words = plain(text);
  return [...new Set([...words.split(" "), ...words.replace(GROUPS, joined).split(" ")])].filter(Boolean);
};

/** Each of the wanted words begins one of these. */
export const matches = (words: readonly string[], q: string): boolean =>
  wantedOf(q).every((wanted) => words.some((word) => word.startsWith(wanted)));

const REFERENCE = /^(pris|ex) ?(\d{4}) ?(\d{1,9})$/;

/** The reference that a text is, however it was typed, pasted or broken by a mail; nothing where it is none. */
export function referenceOf(text: string): string | undefined {
  const [, series, year, number] = REFERENCE.exec(plain(text)) ?? [];
  return series && year && number ? `${series.toUpperCase()}-${year}-${number.replace(/^0+(?=\d)/, "").padStart(6, "0")}` : undefined;
}
