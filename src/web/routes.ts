/**
 * Every page of the web, and the only list of them: the router, the sidebar and the tests that walk every page read
 * it. A page that is not here has no link.
 */
import type { ComponentType } from "react";
import type { OutputOf } from "./api.ts";
import {
  building,
  calendarDays,
  circleCheck,
  compass,
  fileUp,
  gitBranch,
  heartPulse,
  history,
  keyRound,
  monitor,
  penLine,
  route,
  sun,
  target,
  user,
  users,
} from "./ui/icons.ts";
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
    section: "mine" | "strategy" | "workplace" | "organisation";
    icon: string;
    /** Also one of the four tabs of a phone. */
    tab?: boolean;
    /** "g t". */
    keys?: string;
    /** Guests read and are not led where they could do nothing. */
    guests?: false;
    /** Stands there only where pulses are on, or for who may switch them on. */
    only?: "pulses";
  };
  /** Where it stands in the side list of the settings; for everyone where no roles are named. */
  section?: { group: "own" | "organisation" | "running"; icon: string; roles?: readonly Role[] };
}

export type Role = OutputOf<"signIn.session.current">["member"]["role"];

/** A page of the settings. */
export type Section = Page & { section: NonNullable<Page["section"]> };

export function isSection(page: Page): page is Section {
  return page.section !== undefined;
}

/** A page of the sidebar. */
export type Placed = Page & { place: NonNullable<Page["place"]> };

/** The pages of the sidebar that lead this role somewhere, in its order. */
export function placesFor(role: Role): Placed[] {
  return pages.filter(
    (page): page is Placed => page.place !== undefined && (role !== "guest" || page.place.guests !== false),
  );
}

/** In the order of the sidebar; the first pattern that fits an address wins. */
export const pages: readonly Page[] = [
  {
    path: "/",
    title: "today",
    opens: "members",
    load: () => import("./pages/today.tsx"),
    place: { section: "mine", icon: sun, tab: true, keys: "g t" },
  },
  {
    path: "/check-in",
    title: "checkIn",
    opens: "members",
    load: () => import("./pages/check-in.tsx"),
    place: { section: "mine", icon: circleCheck, tab: true, keys: "c", guests: false },
  },
  {
    path: "/map",
    title: "map",
    opens: "members",
    load: () => import("./pages/map.tsx"),
    place: { section: "strategy", icon: gitBranch, tab: true, keys: "g m" },
  },
  {
    path: "/objectives",
    title: "objectives",
    opens: "members",
    load: () => import("./pages/objectives.tsx"),
    place: { section: "strategy", icon: target, tab: true, keys: "g o" },
  },
  {
    path: "/alignment",
    title: "alignment",
    opens: "members",
    load: () => import("./pages/alignment.tsx"),
    place: { section: "strategy", icon: route, keys: "g a", guests: false },
  },
  { path: "/objectives/:id", title: "objective", opens: "members", load: () => import("./pages/objective.tsx") },
  {
    path: "/plan",
    title: "plan",
    opens: "members",
    load: () => import("./pages/plan.tsx"),
    place: { section: "strategy", icon: penLine, keys: "g p", guests: false },
  },
  { path: "/plan/:id", title: "plan", opens: "members", load: () => import("./pages/plan-studio.tsx") },
  {
    path: "/engagement",
    title: "engagement",
    opens: "members",
    load: () => import("./pages/engagement.tsx"),
    place: { section: "workplace", icon: heartPulse, keys: "g e", guests: false, only: "pulses" },
  },
  { path: "/pulses/:id", title: "engagement", opens: "members", load: () => import("./pages/engagement.tsx") },
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
  { path: "/invitation", title: "invitation", opens: "anyone", load: () => import("./pages/invitation.tsx") },
  {
    path: "/cycles/:id/report",
    title: "cycleReport",
    opens: "members",
    load: () => import("./pages/cycle-report.tsx"),
  },
  { path: "/closing", title: "closing", opens: "members", load: () => import("./pages/closing.tsx") },
  {
    path: "/retrospectives/:id",
    title: "retrospective",
    opens: "members",
    load: () => import("./pages/retrospective.tsx"),
  },
  { path: "/cycles/:id", title: "cycle", opens: "members", load: () => import("./pages/cycle.tsx") },
  { path: "/teams/:id", title: "team", opens: "members", load: () => import("./pages/team.tsx") },
  {
    path: "/settings",
    title: "profile",
    opens: "members",
    load: () => import("./pages/settings/profile.tsx"),
    section: { group: "own", icon: user },
  },
  {
    path: "/settings/sessions",
    title: "sessions",
    opens: "members",
    load: () => import("./pages/settings/sessions.tsx"),
    section: { group: "own", icon: monitor },
  },
  {
    path: "/settings/tokens",
    title: "tokens",
    opens: "members",
    load: () => import("./pages/settings/tokens.tsx"),
    section: { group: "own", icon: keyRound },
  },
  {
    path: "/settings/organisation",
    title: "organisation",
    opens: "members",
    load: () => import("./pages/settings/organisation.tsx"),
    section: { group: "organisation", icon: building, roles: ["owner", "admin", "champion"] },
  },
  {
    path: "/settings/people",
    title: "peopleAndTeams",
    opens: "members",
    load: () => import("./pages/settings/people.tsx"),
    section: { group: "organisation", icon: users, roles: ["owner", "admin", "champion", "member"] },
  },
  {
    path: "/settings/strategy",
    title: "strategy",
    opens: "members",
    load: () => import("./pages/settings/strategy.tsx"),
    section: { group: "organisation", icon: compass, roles: ["owner", "admin", "champion", "member"] },
  },
  {
    path: "/settings/cycles",
    title: "cycles",
    opens: "members",
    load: () => import("./pages/settings/cycles.tsx"),
    section: { group: "organisation", icon: calendarDays, roles: ["owner", "admin", "champion", "member"] },
  },
  {
    path: "/settings/import",
    title: "import",
    opens: "members",
    load: () => import("./pages/settings/import.tsx"),
    section: { group: "organisation", icon: fileUp, roles: ["owner", "champion"] },
  },
  {
    path: "/settings/audit",
    title: "audit",
    opens: "members",
    load: () => import("./pages/settings/audit.tsx"),
    section: { group: "running", icon: history, roles: ["owner", "admin"] },
  },
];
