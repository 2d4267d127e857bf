import { useQuery } from "@tanstack/react-query";
import { type Action, type Card, caseQuery, isWhole, type Status } from "../../api/responder";
import { useWords } from "../../words/useWords";
import { useReason } from "../act/useReason";
import { moveTo } from "./moves";

/** What a column answers to a card that is held over it. */
export type Verdict =
  { kind: "here" | "asking" } | { kind: "open"; action: Action; name: string } | { kind: "refused"; action?: Action; why: string };

/** For each column: the action that a drop would begin, allowed or not by the service's own rules. */
export function useVerdict(card: Card | null): (column: Status) => Verdict | null {
  const { t } = useWords();
  const { data } = useQuery({ ...caseQuery(card?.id ?? ""), enabled: card !== null, staleTime: 0 });
  const reason = useReason(card?.affected);
  return (column) => {
    if (!card) return null;
    if (column === card.status) return { kind: "here" };
    if (!data) return { kind: "asking" };
    const move = isWhole(data) ? moveTo(column, card, data.allowedActions) : undefined;
    if (!move) return { kind: "refused", why: t("board.column.refused") };
    if (move.allowed || move.waivable) return { kind: "open", action: move.action, name: t(`act.${move.action}`) };
    return { kind: "refused", action: move.action, why: move.reasons.map(reason).join(" ") };
  };
}
