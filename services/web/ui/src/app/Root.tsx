import { Center } from "@mantine/core";
import { Outlet } from "@tanstack/react-router";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { has, meQuery } from "../api/me";
import { watchPresence } from "../api/presence";
import { hearTabs, tellTabs, useSession } from "../api/session";
import { signIn } from "../api/signIn";
import { PageSessionNotice } from "../kit/SessionNotice";
import { Loading } from "../kit/Waiting";
import { usePack } from "../words/Words";
import { OtherPerson, SignInFailed, Unavailable } from "./Message";

/** Nobody waits for the code of another role. */
const Shell = lazy(() => import("../kit/Shell"));
const DeclarantShell = lazy(() => import("./DeclarantShell"));

/** Who is it? Nobody: sign in. An establishment has its own frame, everybody else the shell. */
export function Root() {
  const me = useQuery(meQuery);
  const { standing } = useSession();
  const works = has(me.data ?? null, "RESPONDER", "LEAD", "AUTHORITY", "ADMIN");
  const worded = usePack(works ? "work" : null);
  const nobody = me.data === null;
  const failed = nobody && new URLSearchParams(location.search).has("signin");
  useSessionKept(me.isSuccess && !nobody);
  useEffect(() => {
    if (nobody && !failed) signIn();
  }, [nobody, failed]);
  if (failed) return <SignInFailed />;
  if (me.isError && me.data === undefined) {
    return <Unavailable error={me.error} retry={() => void me.refetch()} />;
  }
  if (!me.data || !worded) return <Wait />;
  if (standing === "other") return <OtherPerson name={me.data.name} />;
  const Frame = works ? Shell : DeclarantShell;
  return (
    <>
      <Suspense fallback={<Wait />}>
        <Frame>
          <Outlet />
        </Frame>
      </Suspense>
      <PageSessionNotice />
    </>
  );
}

const Wait = () => (
  <Center mih="100dvh">
    <Loading />
  </Center>
);

/** Tells the server that somebody is at work, listens to the other tabs, and reads anew what was missed while nobody was signed in. */
function useSessionKept(known: boolean) {
  const client = useQueryClient();
  const { standing } = useSession();
  useEffect(() => {
    if (!known) return undefined;
    const ask = () => void client.refetchQueries({ queryKey: meQuery.queryKey });
    tellTabs();
    const deaf = hearTabs(ask);
    const blind = watchPresence(ask);
    return () => {
      deaf();
      blind();
    };
  }, [client, known]);
  useEffect(() => {
    if (standing !== "here") return () => void client.invalidateQueries();
    return undefined;
  }, [client, standing]);
}
