import { observeServerTime } from "../kit/now";
import { Problem, problemOf } from "./problem";
import { csrfToken, session } from "./session";

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw Problem.unreachable();
  }
  observeServerTime(response.headers.get("Date"));
  if (response.status === 401) session.ended();
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

const accepted = { Accept: "application/json, application/problem+json" };

export const fetchJson = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  ask<T>(path, { headers: accepted, ...(signal && { signal }) });

export const sendJson = <T>(path: string, body: unknown, key?: string): Promise<T> =>
  ask<T>(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { ...accepted, "Content-Type": "application/json", "X-XSRF-TOKEN": csrfToken(), ...(key && { "Idempotency-Key": key }) },
  });
