/** The service names fields as the request does; the form shows an error where that answer is typed. */
const FIELD = new Map(
  Object.entries({
    "declarant.name": "name",
    "declarant.phone": "phone",
    "declarant.email": "email",
    "declarant.outOfBandContact": "outOfBandContact",
    declarant: "phone",
    discoveredAt: "since",
    occurredAt: "began",
    "nationalReport.at": "national",
    "nationalReport.reference": "national",
  }),
);

export const fieldOf = (name: string): string => FIELD.get(name) ?? name;
