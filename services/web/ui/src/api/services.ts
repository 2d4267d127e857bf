import { clientOf } from "./client";
import type { paths as IntakePaths } from "./intake";
import type { paths as NotificationPaths } from "./notification";
import type { paths as RemediationPaths } from "./remediation";
import type { paths as TimelinePaths } from "./timeline";
import type { paths as TriagePaths } from "./triage";

/** One client per service, typed by its OpenAPI document. They share an origin: `web` knows the way. */
export const intake = clientOf<IntakePaths>();
export const triage = clientOf<TriagePaths>();
export const notification = clientOf<NotificationPaths>();
export const remediation = clientOf<RemediationPaths>();
export const timeline = clientOf<TimelinePaths>();
