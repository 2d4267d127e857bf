import { useSyncExternalStore } from "react";
import { useMe } from "../../api/me";
import { serverNow } from "../../kit/now";
import { type Draft, Drafts } from "./draft";

let drafts: Drafts | undefined;
export function ownDrafts(): Drafts {
  if (!drafts) {
    drafts = new Drafts(localStorage);
    window.addEventListener("storage", drafts.heard);
  }
  return drafts;
}

/** The name of a draft: whose, and of which form. Two people on one computer do not see each other's. */
export const useDraftName = (form: string): string => `${useMe()?.subject ?? ""}.${form}`;

/** What was kept of a form, if anything. */
export function useDraft(form: string): Draft | null {
  const name = useDraftName(form);
  return useSyncExternalStore(ownDrafts().subscribe, () => ownDrafts().find(name, serverNow()));
}
