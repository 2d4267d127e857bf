import { Menu, type MenuItemProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { A } from "./LinkButton";

/** An item of a menu that leads to a page. */
export const LinkItem = createLink((props: A<MenuItemProps>) => <Menu.Item component="a" {...props} />);
