import { ActionIcon, Anchor, Button, Menu } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

/** Mantine's looks on the router's links: they open in a new tab, prefetch and know their route. */
export const LinkButton = createLink(Button<"a">);
export const LinkIcon = createLink(ActionIcon<"a">);
export const TextLink = createLink(Anchor<"a">);
export const LinkItem = createLink(Menu.Item<"a">);
