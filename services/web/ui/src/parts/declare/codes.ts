import type { CareMode, DataState, IncidentType, PatientHarm, Scope, Support, System, SystemState } from "./draft";

/** The incident types of the form, as the services spell them. */
export const TYPES = [
  "RANSOMWARE",
  "OTHER_MALWARE",
  "SYSTEM_COMPROMISE",
  "AD_COMPROMISE",
  "MAILBOX_COMPROMISE",
  "REMOTE_ACCESS_COMPROMISE",
  "PHISHING",
  "FRAUD",
  "VULNERABILITY_EXPLOITED",
  "EDGE_DEVICE_COMPROMISE",
  "DATA_LEAK",
  "UNAUTHORISED_ACCESS",
  "DDOS",
  "DEFACEMENT",
  "THEFT_OR_LOSS",
  "INFRASTRUCTURE_FAILURE",
  "SOFTWARE_BUG",
  "TELECOM_LOSS",
  "PROVIDER_OUTAGE",
  "HUMAN_ERROR",
  "EXPOSURE",
  "THIRD_PARTY_COMPROMISE",
  "OTHER",
  "UNDETERMINED",
] as const satisfies IncidentType[];

/** Systems of a hospital: those asked first, then the rest. */
export const SYSTEMS = [
  "EHR",
  "EMERGENCY_SAMU",
  "OPERATING_THEATRE",
  "INTENSIVE_CARE",
  "LABORATORY",
  "IMAGING",
  "PHARMACY",
  "DIRECTORY",
  "BACKUP",
  "INTERNET_VPN",
  "MESSAGING",
  "TELEPHONY",
] as const satisfies System[];
export const MORE_SYSTEMS = [
  "RADIOTHERAPY",
  "DIALYSIS",
  "MATERNITY",
  "STERILISATION",
  "ADMISSIONS_BILLING",
  "HR_PAYROLL",
  "HYPERVISORS",
  "STORAGE",
  "WORKSTATIONS",
  "BUILDING_BIOMEDICAL",
  "CATERING_LOGISTICS",
  "WEBSITE",
  "RESIDENT_RECORD",
  "OTHER",
] as const satisfies System[];
export const SYSTEM_STATES = ["OPERATIONAL", "DEGRADED", "UNAVAILABLE", "ISOLATED", "UNKNOWN"] as const satisfies SystemState[];

export const CARE_MODES = ["NORMAL", "DEGRADED", "INTERRUPTED", "UNKNOWN"] as const satisfies CareMode[];
export const HARMS = ["NONE", "POTENTIAL", "PROVEN", "UNKNOWN"] as const satisfies PatientHarm[];
export const SCOPES = ["CONTAINED", "EXTENDED", "UNKNOWN"] as const satisfies Scope[];
export const DATA_STATES = ["NONE", "SUSPECTED", "PROVEN", "UNKNOWN"] as const satisfies DataState[];
export const FUNCTIONS = ["DIRECTOR", "DELEGATE", "CISO", "IT_MANAGER", "DPO", "PROVIDER", "OTHER"] as const;
export const SUPPORT = [
  "ADVICE",
  "QUALIFICATION",
  "INVESTIGATION",
  "REMEDIATION",
  "CRISIS_MANAGEMENT",
  "COMMUNICATION",
  "LEGAL",
] as const satisfies Support[];

/** A national health number (NIR): 1 or 2, then 12 digits and a key, spaces allowed. */
const NIR = /\b[12](?:[\s.]?\d){12}(?:[\s.]?\d{2})?\b/;

/** What looks like a patient's number in a text: warned about, never blocked. */
export const patientNumber = (text: string): string | undefined => NIR.exec(text)?.[0];
export const without = (text: string, number: string, instead: string): string => text.replace(number, instead);
