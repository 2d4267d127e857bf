import { Center } from "@mantine/core";
import { Outlet } from "@tanstack/react-router";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { has, meQuery } from "../api/me";
import { watchPresence } from "../api/presence";
import { hearTabs, tellTabs, useSession } from "../api/session";
import { signIn } from "../api/signIn";
import { DeclarantFrame } from "../kit/DeclarantFrame";
import { PageSessionNotice } from "../kit/SessionNotice";
import { Shell } from "../kit/Shell";
import { Loading } from "../kit/Waiting";
import { KeptAnswers } from "../parts/declare/KeptAnswers";
import { OtherPerson, SignInFailed, Unavailable } from "./Message";

/** Who is it? Nobody: sign in. An establishment has its own frame, everybody else the shell. */
export function Root() {
  const me = useQuery(meQuery);
  const { standing } = useSession();
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
  if (!me.data) {
    return (
      <Center mih="100dvh">
        <Loading />
      </Center>
    );
  }
  if (standing === "other") return <OtherPerson name={me.data.name} />;
  const Frame = has(me.data, "RESPONDER", "LEAD", "AUTHORITY", "ADMIN") ? Shell : DeclarantFrame;
  return (
    <>
      <Frame>
        {has(me.data, "DECLARANT") && <KeptAnswers />}
        <Outlet />
      </Frame>
      <PageSessionNotice />
    </>
  );
}

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
