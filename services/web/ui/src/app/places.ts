import { type Icon, IconLayoutKanban, IconMap2, IconWebhook } from "@tabler/icons-react";
import { has, type Me, type Role } from "../api/me";
import type { Key } from "../words/key";

/** A place of the responders' navigation: only what exists, only for whom it is open. */
export interface Place {
  to: string;
  label: Key;
  icon: Icon;
  roles: Role[];
}

const places: Place[] = [
  { to: "/cases", label: "board.place", icon: IconLayoutKanban, roles: ["RESPONDER", "LEAD"] },
  { to: "/region", label: "region.place", icon: IconMap2, roles: ["AUTHORITY"] },
  { to: "/webhooks", label: "webhooks.place", icon: IconWebhook, roles: ["ADMIN"] },
];

export const placesOf = (me: Me | null): Place[] => places.filter((place) => has(me, ...place.roles));
