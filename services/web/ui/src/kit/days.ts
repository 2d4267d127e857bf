import "dayjs/locale/en-gb";
import "dayjs/locale/fr";
import dayjs from "dayjs";
import advancedFormat from "dayjs/plugin/advancedFormat";
import type { Language } from "../words/language";

dayjs.extend(advancedFormat);

/** « 1er décembre 2026 », « 2 décembre 2026 », “1 December 2026”: for Mantine's date fields, which know nothing of Intl. */
export const dayFormat = (language: Language): string => (language === "fr" ? "Do MMMM YYYY" : "D MMMM YYYY");
