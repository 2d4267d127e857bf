const FIELDS = "input:not([type=hidden]), textarea, select, button";

/** Brings somebody to the answer to correct: opens what it is folded in and gives it the focus. */
export function goTo(id: string) {
  const place = document.getElementById(id);
  if (!place) return;
  const folded = place.closest("details");
  if (folded) folded.open = true;
  const field = place.matches(FIELDS) ? place : place.closest("details, section, [role=group]")?.querySelector<HTMLElement>(FIELDS);
  (field ?? place).focus();
  (field ?? place).scrollIntoView({ block: "center" });
}
