import type { CountryCode, PhoneNumber } from "libphonenumber-js/max";
import { partsOf } from "../../kit/phone";

/** What was typed, as it is stored and dialled (E.164, with its extension); or why it cannot be. */
export type ReadPhone = { number: string } | { fault: "phone.short" | "phone.long" | "phone.unread"; n?: number };

type Parse = (text: string, country: CountryCode) => PhoneNumber | undefined;
let parse: Parse | undefined;

/** The numbering plans are heavy, and asked for by forms alone. Without them a number is sent as it was typed: the service reads it too. */
export async function loadPlans(): Promise<void> {
  const plans = await import("libphonenumber-js/max");
  parse = plans.parsePhoneNumberFromString;
}

/** Territories that share the national plan, 0692 as 0639: each has its own country code. */
const TERRITORIES: readonly CountryCode[] = ["RE", "YT", "GP", "MQ", "GF", "BL", "MF", "PM"];
const FEWEST = 4;

export function readPhone(typed: string): ReadPhone {
  const { number: text, extension } = partsOf(typed);
  const digits = text.replace(/\D/g, "").length;
  const whole = (number: string): ReadPhone => ({ number: extension ? `${number};ext=${extension}` : number });
  if (digits < FEWEST || /\p{L}/u.test(text)) return { fault: "phone.unread" };
  if (!parse) return whole(text);
  const number = parse(text, "FR");
  if (number?.isPossible()) return whole(ofItsTerritory(number, parse).number);
  const least = lacking(text);
  if (least === undefined) return { fault: "phone.unread" };
  return least > 0 ? { fault: "phone.short", n: least } : { fault: "phone.long" };
}

/** What no territory's plan knows stays French: also numbers kept for fiction, which are of no plan. */
function ofItsTerritory(number: PhoneNumber, of: Parse): PhoneNumber {
  if (number.countryCallingCode !== "33") return number;
  const found = TERRITORIES.map((country) => of(`0${number.nationalNumber}`, country)).find((it) => it?.isValid());
  return found ?? number;
}

/** How many digits a French number lacks (has too many, below 0); nothing of a foreign one. */
function lacking(text: string): number | undefined {
  if (/^\(?(\+|00)(?!33)/.test(text)) return undefined;
  return 10 - text.replace(/^\(?(\+|00)33\)?\s*(\(0\)|0)?/, "0").replace(/\D/g, "").length;
}
