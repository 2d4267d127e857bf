import { useEffect } from "react";

/** The title of the window: the page, then the product. */
export function useTitle(page: string) {
  useEffect(() => {
    document.title = `${page} · PRIS`;
  }, [page]);
}
