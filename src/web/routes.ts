/**
 * Every page of the web, and the only list of them: the router, the sidebar and the tests that walk every page read
 * it. A page that is not here has no link.
 */
import type { ComponentType } from "react";
import { gitBranch } from "./ui/icons.ts";
import type catalogue from "./web.messages.json";

export interface Page {
  /** The pattern of its address: "/objectives/:id". */
  path: string;
  /** The key of its name in web.messages.json. */
  title: keyof typeof catalogue;
  /** Who may open it; a member gets the shell around it, others a bare page. */
  opens: "members" | "anyone";
  load: () => Promise<{ default: ComponentType }>;
  /** Where it stands in the sidebar; a page without one is reached from another. */
  place?: {
    section: "mine" | "strategy" | "organisation";
    icon: string;
    /** Also one of the four tabs of a phone. */
    tab?: boolean;
    /** "g t". */
    keys?: string;
  };
}

/** In the order of the sidebar; the first pattern that fits an address wins. */
export const pages: readonly Page[] = [
  {
    path: "/map",
    title: "map",
    opens: "members",
    load: () => import("./pages/map.tsx"),
    place: { section: "strategy", icon: gitBranch, tab: true, keys: "g m" },
  },
  { path: "/sign-in", title: "signIn", opens: "anyone", load: () => import("./pages/sign-in.tsx") },
  { path: "/welcome", title: "welcome", opens: "anyone", load: () => import("./pages/welcome.tsx") },
  {
    path: "/forgot-password",
    title: "forgotPassword",
    opens: "anyone",
    load: () => import("./pages/forgot-password.tsx"),
  },
  {
    path: "/reset-password",
    title: "resetPassword",
    opens: "anyone",
    load: () => import("./pages/reset-password.tsx"),
  },
];
