import { Radio, type RadioGroupProps } from "@mantine/core";
import { useLayoutEffect, useRef } from "react";

/** Radio cards as one stop of Tab: the chosen one, or the first; arrows go on from there and choose. */
export function RadioGroup<Value extends string = string>(props: RadioGroupProps<Value>) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const cards = [...(root.current?.querySelectorAll<HTMLButtonElement>("[role=radio]") ?? [])];
    const stop = cards.find((it) => it.getAttribute("aria-checked") === "true") ?? cards.find((it) => !it.disabled);
    for (const card of cards) card.tabIndex = card === stop ? 0 : -1;
  });
  return <Radio.Group ref={root} {...props} />;
}
