import { csrfToken } from "./session";

/** `web` signs in by navigation and comes back to a local path. */
export const signInPath = (to: string): string => `/sign-in?to=${encodeURIComponent(to)}`;

/** The window beside a page, in which one signs in again. */
export const BESIDE = "pris-sign-in";
export const isBeside = () => window.name === BESIDE;

/** Signs in, in this window: the one beside a page has done its work then, any other comes back to where it was. */
export function signIn() {
  location.assign(signInPath(isBeside() ? "/signed-in" : location.pathname + location.search));
}

/**
 * Opens the window beside this page; false where the browser allows none. `out` signs out first, here and at Keycloak: its session is as
 * old as ours, and signing in on top of it would end with it.
 */
export function signInBeside(out: boolean): boolean {
  const beside = window.open(out ? "" : signInPath("/signed-in"), BESIDE, "popup,width=520,height=760");
  if (beside && out) signOut(BESIDE);
  return beside !== null;
}

/** A POST, for a link could be planted; it leads on to Keycloak and comes back to the start. */
export function signOut(target = "_self") {
  const form = Object.assign(document.createElement("form"), { method: "post", action: "/sign-out", target, hidden: true });
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "_csrf", value: csrfToken() }));
  document.body.append(form);
  form.submit();
  form.remove();
}

/** Ends the window beside a page. One that people opened themselves stays. */
export function closeBeside() {
  if (isBeside()) window.close();
}
