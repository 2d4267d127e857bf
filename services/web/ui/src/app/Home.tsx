import { Navigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { has, responds, useMe } from "../api/me";
import { Loading } from "../kit/Waiting";
import { NoPlace } from "./Message";
import { placesOf } from "./places";

const DeclarantHome = lazy(() => import("../screens/DeclarantHome"));

/** The first page differs with the person: responders have their places, an establishment its own page. */
export function Home() {
  const me = useMe();
  const first = placesOf(me)[0];
  if (first) return <Navigate to={first.to} replace />;
  if (responds(me)) return <Navigate to="/declare" replace />;
  if (!has(me, "DECLARANT")) return <NoPlace />;
  return (
    <Suspense fallback={<Loading />}>
      <DeclarantHome />
    </Suspense>
  );
}
