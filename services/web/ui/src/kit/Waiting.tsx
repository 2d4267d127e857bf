import { Button, Loader } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { isMissing } from "../api/problem";
import { useWords } from "../words/useWords";
import { LinkButton } from "./LinkButton";
import classes from "./Waiting.module.css";

export function Loading() {
  const { t } = useWords();
  return (
    <p className={classes.loading} role="status">
      <Loader size="sm" color="gray" aria-hidden /> {t("kit.loading")}
    </p>
  );
}

/** What went wrong, and the way to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t, problem } = useWords();
  const missing = isMissing(error);
  return (
    <div className={classes.failed} role="alert">
      <p>{problem(error)}</p>
      {retry && (
        <Button variant="default" onClick={retry}>
          {t("kit.retry")}
        </Button>
      )}
      {missing && (
        <LinkButton to="/" variant="default">
          {t("app.missing.home")}
        </LinkButton>
      )}
    </div>
  );
}

/** What a query gives; until then that it is loading, or why it failed. Data once shown stays through a failed refresh. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
