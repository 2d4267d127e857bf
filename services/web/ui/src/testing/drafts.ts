import { type Draft, emptyDraft, type Moment } from "../parts/declare/draft";

export const NOW = Date.parse("2026-11-24T05:34:00Z"); // 06:34 in Paris
export const draft = (more: Partial<Draft> = {}): Draft => ({ ...emptyDraft("key-1", "2026-11-24T05:30:00Z"), ...more });
export const at = (day: string, time: string, turn: Moment["turn"] = ""): Moment => ({ day, time, turn });

/** What somebody sends who has a minute. */
export const least = (more: Partial<Draft> = {}): Draft =>
  draft({
    establishment: "990000010",
    description: "Les fichiers finissent en .lck",
    since: "now",
    touchedAt: "2026-11-24T05:30:00.000Z",
    name: "Hélène Vasseur",
    phone: "06 39 98 41 07",
    ...more,
  });
