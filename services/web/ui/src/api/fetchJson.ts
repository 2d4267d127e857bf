import { observeServerTime } from "../kit/now";
import { parsed } from "./json";
import { BACKGROUND, personal } from "./presence";
import { Problem, problemOf } from "./problem";
import { session } from "./session";

/** Notes the server's time and the end of a session; throws the `Problem` of whatever is not a success. */
export async function refuse(response: Response): Promise<void> {
  observeServerTime(response.headers.get("Date"));
  if (response.ok) return;
  const problem = await problemOf(response);
  if (problem.status === 401) session.ended(problem.type === "signed-out" ? "elsewhere" : "ended");
  throw problem;
}

/** What `web` itself answers to a question. */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  const headers = { Accept: "application/json, application/problem+json", ...(!personal() && { [BACKGROUND]: "true" }) };
  try {
    response = await fetch(path, { credentials: "same-origin", headers, ...(signal && { signal }) });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw Problem.unreachable();
  }
  await refuse(response);
  return parsed(await response.text()) as T;
}
