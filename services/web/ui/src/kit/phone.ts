const NB = "\u00a0";

/** A number, and the extension that is dialled after it. */
interface Parts {
  number: string;
  extension: string;
}

const INVISIBLE = /[\p{Cf}\p{DI}]/gu;
const EXTENSION = /^(.*?\d[\s).]*)[\s,;:./-]*(?:poste|p\.|extension|ext[.=]?|ext\.?=|interne|int\.?|x|#)\s*(\d{1,8})\s*$/i;

/** As people paste them: with marks that nobody sees, `tel:` before it, an extension after it. */
export function partsOf(text: string): Parts {
  const plain = text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .trim()
    .replace(/^tel:\s*/i, "");
  const [, number = plain, extension = ""] = EXTENSION.exec(plain) ?? [];
  return { number: number.trim(), extension };
}

/** Numbers of the overseas departments share the national plan, each with the country code of its own. */
const OVERSEAS: readonly [RegExp, string][] = [
  [/^0(262|263|269|692|693)/, "+262"],
  [/^0(590|690|691)/, "+590"],
  [/^0(594|694)/, "+594"],
  [/^0(596|696|697)/, "+596"],
];

/** What begins like a number: nothing that words begin. */
const NUMBER = /^\(?\+?[\d\s().\u2010-\u2015/-]{2,}/;
/** Shorter ones are whole: 15, 112, 3114. With words beside them they are a house or a room. */
const WHOLE = 8;

/** The link that dials; none where the text holds no number. */
export function telHref(text: string): string | undefined {
  const { number, extension } = partsOf(text);
  const begin = NUMBER.exec(number)?.[0] ?? "";
  const digits = begin.replace(/\(0\)/, "").replace(/\D/g, "");
  if (digits.length < 2 || (digits.length < WHOLE && begin.trim().length < number.length)) return undefined;
  const after = extension && `;ext=${extension}`;
  if (/^\(?\+/.test(begin)) return `tel:+${digits}${after}`;
  if (digits.startsWith("00")) return `tel:+${digits.slice(2)}${after}`;
  if (!/^0\d{9}$/.test(digits)) return `tel:${digits}${after}`;
  const code = OVERSEAS.find(([begins]) => begins.test(digits))?.[1] ?? "+33";
  return `tel:${code}${digits.slice(1)}${after}`;
}

/** +33639984107 as one reads it in France, 06 39 98 41 07; other numbers as they are. Never broken over two lines. */
export const spokenNumber = (text: string): string => {
  const { number, extension } = partsOf(text);
  const french = /^\+(33|262|590|594|596)(\d{9})$/.exec(number.replace(/\s/g, ""));
  const national = `0${french?.[2] ?? ""}`;
  const grouped =
    french?.[1] === "33" ? national.replace(/(\d{2})(?=\d)/g, `$1${NB}`) : national.replace(/(\d{2})(?=(\d{2}){1,3}$)/g, `$1${NB}`);
  const spoken = french ? grouped : number.replaceAll(" ", NB);
  return extension ? `${spoken}${NB}poste${NB}${extension}` : spoken;
};
