import { ActionIcon, type ActionIconProps, Anchor, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

export type A<Props> = Props & Omit<ComponentPropsWithRef<"a">, keyof Props>;

/** Mantine's looks on the router's links: they open in a new tab, prefetch and know their route. */
export const LinkButton = createLink((props: A<ButtonProps>) => <Button component="a" {...props} />);
export const LinkIcon = createLink((props: A<ActionIconProps>) => <ActionIcon component="a" {...props} />);
export const TextLink = createLink(Anchor<"a">);
