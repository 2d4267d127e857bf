import type { Status } from "../../api/responder";

/** Who works on a case, by subject; a lead or nobody. */
export interface TeamForm {
  people: string[];
  lead: string;
}

const LED = new Set<Status>(["ENGAGED", "MONITORING", "REPORTING"]);

/** From the engagement on somebody leads. */
export const leadIsKept = (status: Status): boolean => LED.has(status);

const size = ({ people, lead }: TeamForm): number => people.length + (lead.trim() ? 1 : 0);

/** Whether the last person would leave: that is asked about, for nobody follows the case then. */
export const leavesNobody = (before: TeamForm, after: TeamForm): boolean => size(before) > 0 && size(after) === 0;
