import type { Clock } from "../kit/clock";

export type Answer = "YES" | "NO" | "UNKNOWN";

export type DataState = "NONE" | "SUSPECTED" | "PROVEN" | "UNKNOWN";

export interface Establishment {
  finess: string;
  legalEntity: string;
  name: string;
  commune?: string | null;
  department: string;
  category?: string | null;
}

export interface Declarant {
  name: string;
  function?: string | null;
  phone?: string | null;
  email?: string | null;
  outOfBandContact?: string | null;
}

export interface DeclarationBody extends Answers {
  establishment: string;
  channel: string;
  exercise: boolean;
}

/** What is said of a declaration beside the answers, with the version that the sender has read. */
export type Complement = { version: number } & Record<string, unknown>;

export interface Answers {
  declarant: Declarant;
  discoveredAt: string;
  occurredAt?: string;
  ongoing?: Answer;
  incidentType?: string;
  origin?: string;
  description: string;
  scope?: string;
  affectedSystems?: { system: string; state: string }[];
  patientHarm?: string;
  careMode?: string;
  vitalServiceDown?: Answer;
  dataImpact?: { confidentiality?: DataState; integrity?: DataState; availability?: DataState; personalData?: Answer };
  othersMayBeAffected?: Answer;
  supportWanted?: string[];
  nationalReport?: { done: Answer; at?: string; reference?: string };
}

export interface Declaration extends Answers {
  id: string;
  reference: string;
  version: number;
  channel: string;
  exercise: boolean;
  establishment: Establishment;
  changedAt: string;
  submittedAt: string;
  caseId?: string | null;
  caseReference?: string | null;
  caseStatus?: string | null;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface CareLine {
  line: string;
  state: string;
  since?: string | null;
  expectedReturn?: string | null;
  divertedTo?: string | null;
}

export interface OwnCase {
  id: string;
  reference: string;
  status: string;
  since: string;
  step?: "RECEIVED" | "TRIAGE" | "RESPONSE" | "MONITORING" | "CLOSED" | null;
  severity?: "ANOMALY" | "MINOR" | "MAJOR" | "CRISIS" | null;
  presumedSeverity?: "ANOMALY" | "MINOR" | "MAJOR" | "CRISIS" | null;
  incidentType: string;
  care: { patientHarm: string; careMode: string; lines: CareLine[]; at?: string | null };
  lead?: string | null;
  deadlines: (Clock & { establishment: string; at?: string | null; reference?: string | null })[];
  affected: Place[];
  exercise: boolean;
  openedAt: string;
  changedAt: string;
}

export interface Place {
  finess: string;
  name: string;
}
