/** PRIS-2026 of PRIS-2026-000004. */
const seriesOf = (reference: string): string => reference.slice(0, reference.lastIndexOf("-"));

/** The number as people on one shift say it: 004. */
const numberOf = (reference: string): string =>
  reference
    .slice(reference.lastIndexOf("-") + 1)
    .replace(/^0+/, "")
    .padStart(3, "0");

/** What cases are called beside each other: by their number, and by the whole reference where two series or two years meet. */
export function namesBeside(references: readonly string[]): (reference: string) => string {
  const one = new Set(references.map(seriesOf)).size <= 1;
  return (reference) => (one ? numberOf(reference) : reference);
}
