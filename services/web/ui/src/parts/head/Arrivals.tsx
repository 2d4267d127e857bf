import { useEffect, useRef, useState } from "react";
import type { Card } from "../../api/responder";
import { placeOf } from "../../kit/CaseCard";
import { preferences } from "../../kit/preferences";
import { weight } from "../../kit/Severity";
import { useTitleCount } from "../../kit/useTitle";
import { useWords } from "../../words/useWords";
import { arrivedOf } from "./arrived";
import { chime, notify } from "./signals";
import { useBoard } from "../board/useBoard";

/** A case that arrives makes a sign, wherever one is and wherever one looks: a sentence, a number in the tab's title, and what one has switched on. */
export function Arrivals() {
  const { t } = useWords();
  const { cards, fresh } = useBoard();
  const arrived = arrivedOf(cards, fresh);
  const told = useRef<ReadonlySet<string>>(new Set());
  const [said, say] = useState("");
  useTitleCount(arrived.length);
  useEffect(() => {
    const news = arrived.filter((c) => !told.current.has(c.id));
    told.current = new Set(arrived.map((c) => c.id));
    if (news.length === 0) return;
    const severity = (c: Card) => {
      const level = weight(c);
      return level ? t(`kit.severity.${level}${c.severity ? "" : ".presumed"}`) : t("kit.severity.none");
    };
    say(news.map((c) => t("board.arrived", { name: placeOf(c)?.name ?? c.reference, severity: severity(c) })).join(" "));
    const { sound, notify: shown } = preferences.now();
    if (sound) chime();
    // a locked screen is read by anybody: the reference and how bad, no name
    if (shown)
      for (const c of news) notify(c.id, t("board.arrived", { name: c.reference, severity: severity(c) }), `/cases/${c.reference}`);
  }, [arrived, t]);
  return (
    <div className="sr-only" role="status">
      {said}
    </div>
  );
}
