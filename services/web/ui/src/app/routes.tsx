import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { referenceOf } from "../kit/searchWords";
import { Loading } from "../kit/Waiting";
import { Home } from "./Home";
import { Broken, NotFound, SignedIn } from "./Message";
import { Root } from "./Root";
import { boardSearch } from "../parts/board/filters";
import { taskSearch } from "../parts/tasks/plan";
import { timelineSearch } from "../parts/timeline/lines";
import { webhookSearch } from "../parts/webhooks/search";
import { about, parseSearch } from "./search";

/** Every page has an address of its own, and its code is loaded when it is opened. */
const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

/** A reference in lower case, or broken by a mail, leads to its case. */
const beforeLoad = ({ params, location }: { params: { case: string }; location: { pathname: string; searchStr: string } }) => {
  const reference = referenceOf(params.case);
  if (!reference || reference === params.case) return;
  const [, , , ...rest] = location.pathname.split("/");
  throw redirect({ href: ["/cases", reference, ...rest].join("/") + location.searchStr, replace: true });
};

const home = createRoute({ getParentRoute: () => root, path: "/", component: Home });
const signedIn = createRoute({ getParentRoute: () => root, path: "/signed-in", component: SignedIn });

const declare = createRoute({
  getParentRoute: () => root,
  path: "/declare",
  component: lazyRouteComponent(() => import("../screens/Declare")),
});
const declaration = createRoute({
  getParentRoute: () => root,
  path: "/declarations/$declaration",
  component: lazyRouteComponent(() => import("../screens/Declaration")),
});
const complement = createRoute({
  getParentRoute: () => root,
  path: "/declarations/$declaration/complement",
  validateSearch: about,
  component: lazyRouteComponent(() => import("../screens/Complement")),
});
const cases = createRoute({
  getParentRoute: () => root,
  path: "/cases",
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import("../screens/Board")),
});
const ownCase = createRoute({
  getParentRoute: () => root,
  path: "/cases/$case",
  beforeLoad,
  component: lazyRouteComponent(() => import("../screens/Case")),
});

const webhooks = createRoute({
  getParentRoute: () => root,
  path: "/webhooks",
  validateSearch: webhookSearch,
  component: lazyRouteComponent(() => import("../screens/Webhooks")),
});
const region = createRoute({
  getParentRoute: () => root,
  path: "/region",
  component: lazyRouteComponent(() => import("../screens/Region")),
});
const caseTimeline = createRoute({
  getParentRoute: () => root,
  path: "/cases/$case/timeline",
  beforeLoad,
  validateSearch: timelineSearch,
  component: lazyRouteComponent(() => import("../screens/CaseTimeline")),
});
const caseTasks = createRoute({
  getParentRoute: () => root,
  path: "/cases/$case/tasks",
  beforeLoad,
  validateSearch: taskSearch,
  component: lazyRouteComponent(() => import("../screens/CaseTasks")),
});
const caseReads = createRoute({
  getParentRoute: () => root,
  path: "/cases/$case/reads",
  beforeLoad,
  component: lazyRouteComponent(() => import("../screens/CaseReads")),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    signedIn,
    declare,
    declaration,
    complement,
    cases,
    ownCase,
    caseTimeline,
    caseTasks,
    caseReads,
    webhooks,
    region,
  ]),
  parseSearch,
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultPendingComponent: Loading,
  defaultErrorComponent: Broken,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
