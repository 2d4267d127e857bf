import type { IncidentType } from "../../api/responder";

/** In the order in which they come up; every one the service knows. */
const ALL: Record<IncidentType, true> = {
  RANSOMWARE: true,
  AD_COMPROMISE: true,
  SYSTEM_COMPROMISE: true,
  OTHER_MALWARE: true,
  MAILBOX_COMPROMISE: true,
  REMOTE_ACCESS_COMPROMISE: true,
  EDGE_DEVICE_COMPROMISE: true,
  VULNERABILITY_EXPLOITED: true,
  PHISHING: true,
  FRAUD: true,
  DATA_LEAK: true,
  UNAUTHORISED_ACCESS: true,
  DDOS: true,
  DEFACEMENT: true,
  THIRD_PARTY_COMPROMISE: true,
  PROVIDER_OUTAGE: true,
  TELECOM_LOSS: true,
  INFRASTRUCTURE_FAILURE: true,
  SOFTWARE_BUG: true,
  HUMAN_ERROR: true,
  THEFT_OR_LOSS: true,
  EXPOSURE: true,
  OTHER: true,
  UNDETERMINED: true,
};
export const TYPES = Object.keys(ALL) as IncidentType[];
