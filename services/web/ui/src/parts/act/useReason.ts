import type { Reason } from "../../api/problem";
import { useWords } from "../../words/useWords";
import { useNameOf } from "../../kit/People";

interface Named {
  finess: string;
  name: string;
}

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

/** What tasks and gates are called, where a reason names them by id. */
export interface TaskNames {
  task: (id: string) => string | undefined;
  gate: (key: string) => string | undefined;
}

/** Words a reason that a service gave as a code with parameters. */
export function useReason(places?: readonly Named[], names?: TaskNames): (reason: Reason) => string {
  const { t, has, code, full, number } = useWords();
  const nameOf = useNameOf();
  return ({ code: name, parameters: p }) => {
    const values = {
      status: code("board.status", text(p["status"])),
      taskStatus: code("reason.taskStatus", text(p["status"])),
      role: code("reason.role", text(p["role"])),
      phase: code("reason.phase", text(p["phase"])),
      careMode: code("kit.care", text(p["careMode"])),
      regime: code("kit.regime", text(p["regime"])),
      proposed: code("kit.severity", text(p["proposed"])),
      establishment: places?.find((place) => place.finess === p["establishment"])?.name ?? text(p["establishment"]),
      dueAt: text(p["dueAt"]) && full(text(p["dueAt"])),
      people: list(p["people"]).map(nameOf).join(", "),
      missing: list(p["missing"])
        .map((id) => names?.task(id) ?? t("reason.missing"))
        .join(", "),
      gate: names?.gate(text(p["gate"])) ?? text(p["gate"]),
      most: typeof p["most"] === "number" ? number(p["most"]) : "",
      count: typeof p["count"] === "number" ? p["count"] : 0,
    };
    const variant = `reason.${name}.${p["phase"] ? "phase" : text(p["criterion"])}`;
    const key = has(variant) ? variant : `reason.${name}`;
    return has(key) ? t(key, values) : name;
  };
}
