/** Separators, format marks, fillers: what takes room or none, and says nothing. */
const UNSEEN = /[\p{C}\p{Z}\p{DI}\s\u2800]/gu;
/** Control characters but tab and line ends, and halves of a pair. */
const CONTROL = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/** What somebody typed, or nothing: what cannot be seen is no answer. */
export const answerIn = (typed: string): string => (typed.replace(UNSEEN, "") === "" ? "" : typed.trim());

/** What no service stores: it may show as nothing, or as something else. */
export const hasControl = (typed: string): boolean => CONTROL.test(typed);
