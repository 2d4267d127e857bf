import "dayjs/locale/en-gb";
import "dayjs/locale/fr";
import dayjs from "dayjs";
import advancedFormat from "dayjs/plugin/advancedFormat";

dayjs.extend(advancedFormat);

/** « 1er décembre 2026 », « 2 décembre 2026 »; « 1st December 2026 » in English. For Mantine's date fields, which know nothing of Intl. */
export const DAY_FORMAT = "Do MMMM YYYY";
