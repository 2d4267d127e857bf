import createClient, { type Middleware } from "openapi-fetch";
import { refuse } from "./fetchJson";
import { harmless } from "./json";
import { stillOwner } from "./me";
import { BACKGROUND, personal } from "./presence";
import { Problem } from "./problem";
import { csrfToken } from "./session";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * What every call has: the session's cookie; the CSRF token where something changes, for the person whose page this is and no other; word
 * of whether somebody is behind it; and a `Problem` thrown for whatever is not a success.
 */
export const ours: Middleware = {
  async onRequest({ request }) {
    request.headers.set("Accept", "application/json, application/problem+json");
    if (!personal(request.method)) request.headers.set(BACKGROUND, "true");
    if (!SAFE.has(request.method)) {
      await stillOwner();
      request.headers.set("X-XSRF-TOKEN", csrfToken());
    }
    return request;
  },
  async onResponse({ response }) {
    await refuse(response);
    if (!response.headers.get("Content-Type")?.includes("json")) return undefined;
    const { status, statusText, headers } = response;
    const text = await response.text();
    return new Response(text === "" ? null : harmless(text), { status, statusText, headers });
  },
  onError({ error }) {
    if (error instanceof Problem || (error instanceof DOMException && error.name === "AbortError")) return error;
    return Problem.unreachable();
  },
};

/** A client for the paths of one service, as its OpenAPI document tells them. */
export function clientOf<Paths extends object>(fetch?: (request: Request) => Promise<Response>) {
  const client = createClient<Paths>({
    baseUrl: typeof location === "undefined" ? "http://localhost" : location.origin,
    credentials: "same-origin",
    ...(fetch && { fetch }),
  });
  client.use(ours);
  return client;
}

/** The body of a success. Whatever else the service answered was thrown as a `Problem`. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw new Problem({ status: 502, type: "empty-answer" });
  return data;
}

/** A creation repeated under the same key is done once: one key per form that is being filled in. */
export const newKey = (): string => crypto.randomUUID();
