import { Outlet } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { has, meQuery } from "../api/me";
import { signInPath } from "../api/session";
import { DeclarantFrame } from "../kit/DeclarantFrame";
import { Shell } from "../kit/Shell";
import { Failed } from "../kit/Waiting";
import { SignedOutNotice } from "./SignedOutNotice";

/** Who is it? Nobody: sign in. An establishment has its own frame, everybody else the shell. */
export function Root() {
  const me = useQuery(meQuery);
  const nobody = me.data === null;
  useEffect(() => {
    if (nobody) location.assign(signInPath(location.pathname + location.search));
  }, [nobody]);
  if (me.isError && me.data === undefined) {
    return (
      <main style={{ padding: 32 }}>
        <Failed error={me.error} retry={() => void me.refetch()} />
      </main>
    );
  }
  if (!me.data) return null;
  const Frame = has(me.data, "RESPONDER", "LEAD", "AUTHORITY", "ADMIN") ? Shell : DeclarantFrame;
  return (
    <>
      <SignedOutNotice />
      <Frame>
        <Outlet />
      </Frame>
    </>
  );
}
