import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconClockPause, IconLogin2 } from "@tabler/icons-react";
import { type FocusEvent, type MouseEvent, useEffect, useRef, useSyncExternalStore } from "react";
import { askWho, meQuery } from "../api/me";
import { session, tellTabs, useSession } from "../api/session";
import { signInBeside, signInPath, BESIDE } from "../api/signIn";
import { useWords } from "../words/useWords";
import { onServer, serverNow, useNow } from "./now";
import { askAgainIn, noticeOf, type SessionNotice as Notice } from "./sessionEnd";
import classes from "./SessionNotice.module.css";

/** A dialog keeps focus and screen reader inside: while one is open the notice is there, and nowhere else. */
let dialogs = 0;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const opened = (n: 1 | -1) => {
  dialogs += n;
  for (const listener of listeners) listener();
};

function useNotice(): Notice | null {
  const now = useNow();
  const state = useSession();
  const { data, dataUpdatedAt } = useQuery({
    ...meQuery,
    refetchInterval: ({ state: asked }) => askAgainIn({ ...state, me: asked.data ?? null }, serverNow(), document.hidden),
    // the end comes also to a window that nobody sees
    refetchIntervalInBackground: true,
  });
  const askedAt = onServer(dataUpdatedAt);
  return noticeOf({ ...state, me: data ?? null, askedAt }, Math.max(now, askedAt));
}

/** At the foot of the page: takes its room from the page, so that nothing is hidden under it. */
export function PageSessionNotice() {
  const { ref, height } = useElementSize();
  const elsewhere = useSyncExternalStore(subscribe, () => dialogs > 0);
  useEffect(() => {
    document.documentElement.style.setProperty("--notice", `${height}px`);
  }, [height]);
  return (
    <div ref={ref} className={classes.page} role="status">
      {!elsewhere && <Said />}
    </div>
  );
}

/** In a dialog, or whatever else keeps the focus inside; at its top. */
export function DialogSessionNotice() {
  useEffect(() => {
    opened(1);
    return () => opened(-1);
  }, []);
  return (
    <div role="status">
      <Said />
    </div>
  );
}

/** That the session ends, or has ended, and what to do about it without leaving the page. It never takes the focus. */
function Said() {
  const { t, clock } = useWords();
  const notice = useNotice();
  if (!notice) return null;
  const time = "at" in notice ? clock(notice.at) : "";
  return (
    <div className={classes.notice} data-kind={notice.kind}>
      <p>
        <b>{t(`app.session.${notice.kind}`, { time })}</b> {t(`app.session.${notice.kind}.what`, { time })}
      </p>
      {notice.kind === "soon" && <Stay />}
      {notice.kind === "good" && <SignInBeside out />}
      {(notice.kind === "ended" || notice.kind === "elsewhere") && <SignInBeside />}
    </div>
  );
}

function Stay() {
  const { t, problem } = useWords();
  const client = useQueryClient();
  const before = useRef<Element | null>(null);
  const stay = useMutation({
    mutationFn: () => askWho(),
    onSuccess: (me) => {
      client.setQueryData(meQuery.queryKey, me);
      session.stays();
      tellTabs();
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    },
  });
  return (
    <>
      {stay.isError && <p>{problem(stay.error)}</p>}
      <Button
        size="sm"
        leftSection={<IconClockPause size={18} stroke={1.8} aria-hidden />}
        loading={stay.isPending}
        // the button goes when it has done its work: back to where one was
        onFocus={(event: FocusEvent) => (before.current = event.relatedTarget)}
        onClick={() => stay.mutate()}
      >
        {t("app.session.stay")}
      </Button>
    </>
  );
}

/** Signs in without leaving the page: in a window of its own, or in a tab where the browser opens none. */
function SignInBeside({ out = false }: { out?: boolean }) {
  const { t } = useWords();
  return (
    <Button
      component="a"
      href={signInPath("/signed-in")}
      target={BESIDE}
      size="sm"
      variant="default"
      leftSection={<IconLogin2 size={18} stroke={1.8} aria-hidden />}
      onClick={(event: MouseEvent) => {
        if (signInBeside(out)) event.preventDefault();
      }}
    >
      {t(out ? "app.session.renew" : "app.session.again")}
    </Button>
  );
}
