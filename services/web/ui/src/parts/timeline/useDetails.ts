import type { Entry } from "../../api/entries";
import { useNow } from "../../kit/now";
import { useNameOf } from "../../kit/People";
import { useWords } from "../../words/useWords";

type Data = Record<string, unknown>;
const record = (value: unknown): Data => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Data) : {});
const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);

/** What a line's codes say beside its title, in words; empty where they were removed. */
export function useDetails(): (entry: Entry) => string[] {
  const { t, code, at, has } = useWords();
  const now = useNow();
  const nameOf = useNameOf();
  const word = (prefix: string, value: unknown): string[] => (text(value) ? [code(prefix, text(value))] : []);
  const moment = (key: "timeline.until" | "timeline.due", value: unknown): string[] =>
    text(value) ? [t(key, { at: at(text(value), now) })] : [];

  const of: Record<string, (data: Data) => string[]> = {
    "case.opened.v1": (d) => [...word("act.new.source", d["source"]), ...list([d["declaration"]])],
    "case.qualified.v1": (d) => [
      ...word("kit.severity", d["severity"]),
      ...word("kit.type", record(d["case"])["incidentType"]),
      ...(d["proposed"] !== d["severity"] && has(`kit.severity.${text(d["proposed"])}`)
        ? [t("timeline.proposed", { severity: code("kit.severity", text(d["proposed"])) })]
        : []),
    ],
    "case.rejected.v1": (d) => word("act.reject.reason", d["reason"]),
    "case.disengaged.v1": (d) => word("act.disengage.reason", d["reason"]),
    "case.closed.v1": (d) => word("act.close.rootCause", d["rootCause"]),
    "case.held.v1": (d) => moment("timeline.until", d["until"]),
    "case.hold-over.v1": (d) => moment("timeline.until", d["until"]),
    "case.engaged.v1": (d) => [
      ...word("kit.type", d["incidentType"]),
      ...(d["emergency"] === true ? [t("timeline.emergency")] : list([d["agreement"]])),
    ],
    "case.care-changed.v1": (d) => [
      ...word("kit.harm", record(d["case"])["patientHarm"]),
      ...word("kit.care", record(d["case"])["careMode"]),
    ],
    "case.assigned.v1": (d) => [
      list(d["people"]).map(nameOf).join(", "),
      ...(text(d["lead"]) ? [t("timeline.lead", { name: nameOf(text(d["lead"])) })] : []),
    ],
    "case.affected.v1": (d) => list([record(record(d["added"])["establishment"])["name"]]),
    "case.merged.v1": (d) => list([d["intoReference"]]),
    "case.absorbed.v1": (d) => list([d["sourceReference"]]),
    "case.deadline-changed.v1": (d) => {
      const clock = record(d["deadline"]);
      return [
        ...word("kit.regime", clock["regime"]),
        ...(text(clock["status"]) ? [code("timeline.clock", text(clock["status"]))] : []),
        ...list([clock["reference"]]),
      ];
    },
    "declaration.submitted.v1": (d) => list([record(d["declaration"])["reference"]]),
    "declaration.complemented.v1": (d) => {
      const { reference, version } = record(d["declaration"]);
      return [...list([reference]), ...(text(version) ? [t("timeline.version", { n: text(version) })] : [])];
    },
    "tasks.laid-out.v1": (d) => (typeof d["tasks"] === "number" ? [t("timeline.tasks", { n: d["tasks"] })] : []),
    "task.answered.v1": (d) => word("task.answer", d["answer"]),
    "task.assigned.v1": (d) => [list(record(d["task"])["assignees"]).map(nameOf).join(", ")],
    "task.due-changed.v1": (d) => moment("timeline.due", record(d["task"])["dueAt"]),
    "entry.redacted.v1": (d) => [
      t("timeline.redacted.line", { n: text(d["seq"]) }),
      list(d["members"])
        .map((it) => code("timeline.member", it))
        .join(", "),
      ...(text(d["orderedBy"]) ? [t("timeline.redacted.ordered", { by: text(d["orderedBy"]) })] : []),
    ],
  };
  return (entry) => (entry.data && Object.hasOwn(of, entry.type) ? (of[entry.type]?.(entry.data) ?? []).filter(Boolean) : []);
}
