import { useEffect } from "react";

let shown = "";
let waiting = 0;

const write = () => {
  if (shown) document.title = `${waiting > 0 ? `(${waiting}) ` : ""}${shown} · PRIS`;
};

/** The title of the window: what waits for somebody to look, the page, then the product. */
export function useTitle(page: string) {
  useEffect(() => {
    shown = page;
    write();
  }, [page]);
}

/** How many have come and were not looked at: it stands first in the title, where also a hidden tab shows it. */
export function useTitleCount(count: number) {
  useEffect(() => {
    waiting = count;
    write();
    return () => {
      waiting = 0;
      write();
    };
  }, [count]);
}
