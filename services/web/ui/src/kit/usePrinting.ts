import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the page is being printed: what is folded on the screen is opened for the paper before the browser lays it out. */
export function usePrinting(): boolean {
  const [printing, print] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => print(true));
    const after = () => print(false);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}

const SCHEME = "data-mantine-color-scheme";

/** Paper is light, whatever the screen is. */
export function usePaperIsLight() {
  useEffect(() => {
    const root = document.documentElement;
    let before: string | null = null;
    const light = () => {
      before = root.getAttribute(SCHEME);
      root.setAttribute(SCHEME, "light");
    };
    const back = () => {
      if (before) root.setAttribute(SCHEME, before);
    };
    addEventListener("beforeprint", light);
    addEventListener("afterprint", back);
    return () => {
      removeEventListener("beforeprint", light);
      removeEventListener("afterprint", back);
    };
  }, []);
}
