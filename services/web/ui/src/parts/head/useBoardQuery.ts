import { useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { boardSearch } from "../board/filters";

/** What is looked for. On the board it stands in the address, and filters what is shown there; elsewhere it is this page's. */
export function useBoardQuery(): { q: string; type: (q: string) => void } {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  if (pathname !== "/cases") return { q: typed, type: setTyped };
  const { q = "", ...rest } = boardSearch(search);
  return { q, type: (to) => void navigate({ to: "/cases", search: to ? { ...rest, q: to } : rest, replace: true }) };
}
