import { serverNow } from "../kit/now";
import { parsed } from "./json";

/** One field that was refused; the message is the service's, in English. */
export interface FieldError {
  field: string;
  message: string;
}

/** Why a command was refused: a code that the UI words, with its parameters. */
export interface Reason {
  code: string;
  parameters: Record<string, unknown>;
}

interface Parts {
  status: number;
  type: string;
  title?: string;
  detail?: string | undefined;
  errors?: FieldError[];
  reasons?: Reason[];
  currentVersion?: number | undefined;
  retryAt?: number | undefined;
  emergencyNumber?: string | undefined;
}

/** An answer that is not a success, as problem+json (RFC 9457) tells it. Status 0: no answer at all. */
export class Problem extends Error {
  readonly status: number;
  /** The last part of `urn:pris:problem:<name>`, or `about:blank`. */
  readonly type: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  readonly reasons: Reason[];
  /** Of a command on a stale version: the version to read again. */
  readonly currentVersion: number | undefined;
  /** Of what was asked too often: from when on it may be asked again, in ms. */
  readonly retryAt: number | undefined;
  /** Whom to call meanwhile. */
  readonly emergencyNumber: string | undefined;

  constructor({ status, type, title = "", detail, errors = [], reasons = [], currentVersion, retryAt, emergencyNumber }: Parts) {
    super(detail ?? title);
    this.name = "Problem";
    this.status = status;
    this.type = type;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.reasons = reasons;
    this.currentVersion = currentVersion;
    this.retryAt = retryAt;
    this.emergencyNumber = emergencyNumber;
  }

  static unreachable() {
    return new Problem({ status: 0, type: "unreachable" });
  }
}

/** There is no such thing, or not for whoever asks. */
export const isMissing = (error: unknown): boolean => error instanceof Problem && error.status === 404;

/** An earlier attempt under the same key arrived, though its answer was lost; this one says something else, and was not taken. */
export const keyUsed = (error: unknown): boolean =>
  error instanceof Problem && error.errors.some(({ field }) => field === "Idempotency-Key");

/** Seconds, as the body or the header `Retry-After` has them; a day is longer than any limit of ours. */
function waitOf(value: unknown): number | undefined {
  const seconds = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof seconds === "number" && seconds >= 0 && seconds <= 86_400 ? seconds : undefined;
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const list = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(record) : []);

/** Reads what a service, a gateway or a proxy answered; anything that is not problem+json keeps at least its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = record(
    await response
      .text()
      .then(parsed)
      .catch(() => null),
  );
  const wait = response.status === 429 ? (waitOf(body["retryAfter"]) ?? waitOf(response.headers.get("Retry-After"))) : undefined;
  return new Problem({
    status: response.status,
    type: (text(body["type"]) ?? "about:blank").replace("urn:pris:problem:", ""),
    title: text(body["title"]) ?? response.statusText,
    detail: text(body["detail"]),
    errors: list(body["errors"]).map((e) => ({ field: text(e["field"]) ?? "", message: text(e["message"]) ?? "" })),
    reasons: list(body["reasons"]).map((r) => ({ code: text(r["code"]) ?? "", parameters: record(r["parameters"]) })),
    currentVersion: typeof body["currentVersion"] === "number" ? body["currentVersion"] : undefined,
    retryAt: wait === undefined ? undefined : serverNow() + wait * 1000,
    emergencyNumber: text(body["emergencyNumber"]),
  });
}
