import type { Declaration } from "../../api/declarations";
import { spokenNumber } from "../../kit/phone";
import type { Say } from "../../words/useWords";

/** Words in French, whatever the page's language: the portal is. */
type French = Pick<Say, "t" | "code" | "full">;

/** The text to paste into the national portal: plain spaces, one line a subject, nothing that nobody answered. */
export function nationalText(d: Declaration, { t, code, full }: French): string {
  const { establishment: e, declarant } = d;
  const who = [
    declarant?.name,
    declarant?.function && code("declare.form.function", declarant?.function),
    declarant?.phone && spokenNumber(declarant?.phone),
    declarant?.email,
  ];
  const systems = (d.affectedSystems ?? [])
    .filter((s) => s.state !== "OPERATIONAL")
    .map((s) => `${code("declare.form.system", s.system)} (${lowered(code("declare.form.state", s.state))})`);
  const data = (["confidentiality", "integrity", "availability"] as const).flatMap((part) => {
    const state = d.dataImpact?.[part];
    return state ? [t(`declare.paste.state.${state}`, { part: t(`declare.paste.part.${part}`) })] : [];
  });
  const personal = d.dataImpact?.personalData;
  if (personal) data.push(t(`declare.paste.personal.${personal}`));
  const lines = [
    t("declare.paste.establishment", {
      name: e.name,
      finess: e.finess.replace(/(\d{3})(?=\d)/g, "$1 "),
      commune: e.commune ?? "",
      department: e.department,
    }),
    t("declare.paste.declarant", { who: joined(who, ", ") }),
    joined(
      [d.discoveredAt && t("declare.paste.noticed", { at: full(d.discoveredAt) }), d.ongoing && t(`declare.paste.ongoing.${d.ongoing}`)],
      " ; ",
    ),
    d.occurredAt && t("declare.paste.began", { at: full(d.occurredAt) }),
    (d.incidentType ?? d.origin) &&
      joined(
        [
          t("declare.paste.nature", { type: lowered(code("kit.type", d.incidentType ?? "UNDETERMINED")) }),
          d.origin && code("declare.paste.origin", d.origin),
        ],
        ", ",
      ),
    d.description && t("declare.paste.description", { text: d.description.replace(/\s+/g, " ") }),
    (d.careMode ?? d.patientHarm) &&
      t("declare.paste.care", {
        care: joined(
          [d.careMode && code("declare.paste.mode", d.careMode), d.patientHarm && code("declare.paste.harm", d.patientHarm)],
          " ; ",
        ),
      }),
    systems.length > 0 && t("declare.paste.systems", { list: systems.join(", ") }),
    data.length > 0 && t("declare.paste.data", { list: data.join(", ") }),
    t("declare.paste.pris", { at: full(d.submittedAt), reference: d.reference }),
  ];
  return joined(lines, "\n").replaceAll("\u00a0", " ").replaceAll("\u202f", " ");
}

const joined = (parts: (string | null | undefined | false)[], by: string): string => parts.filter((p) => !!p).join(by);

/** As within a sentence: its first letter alone, « compromission du SI » keeps the others. */
const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
