/**
 * Every page of the web, and the only list of them: the router, the sidebar and the tests that walk every page read
 * it. A page that is not here has no link.
 */
import type { ComponentType } from "react";
import type { OutputOf } from "./api.ts";
import type settings from "./settings-frame.messages.json";
import {
  calendarDays,
  circleCheck,
  gitBranch,
  heartPulse,
  penLine,
  route,
  scrollText,
  sun,
  target,
} from "./ui/icons.ts";
import type catalogue from "./web.messages.json";

export interface Page {
  /** The pattern of its address: "/objectives/:id". */
  path: string;
  /** Who may open it; a member gets the shell around it, others a bare page. */
  opens: "members" | "anyone";
  load: () => Promise<{ default: ComponentType }>;
  /** Members plan, report or look back there; its name, under which guests are told so. */
  membersOnly?: keyof typeof catalogue;
  /** Its name until it stands, where nothing above or below names it. */
  title?: keyof typeof catalogue;
  /** Where it stands in the sidebar; a page without one is reached from another. */
  place?: {
    /** The key of its name in web.messages.json. */
    title: keyof typeof catalogue;
    section: "mine" | "strategy" | "workplace" | "organisation";
    icon: string;
    /** Also one of the four tabs of a phone; for guests alone where members have another in its stead. */
    tab?: boolean | "guests";
    /** "g t". */
    keys?: string;
    /** Guests read and are not led where they could do nothing. */
    guests?: false;
    /** Stands there only where pulses are on, or for who may switch them on. */
    only?: "pulses";
  };
  /** Where it stands in the side list of the settings; for everyone where no roles are named. */
  section?: {
    /** The key of its name in settings-frame.messages.json. */
    title: keyof typeof settings;
    group: "own" | "organisation" | "running";
    roles?: readonly Role[];
  };
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
    opens: "members",
    load: () => import("./pages/today.tsx"),
    place: { title: "today", section: "mine", icon: sun, tab: true, keys: "g t" },
  },
  {
    path: "/check-in",
    opens: "members",
    load: () => import("./pages/check-in.tsx"),
    place: { title: "checkIn", section: "mine", icon: circleCheck, tab: true, keys: "c", guests: false },
  },
  {
    path: "/map",
    opens: "members",
    load: () => import("./pages/map.tsx"),
    place: { title: "map", section: "strategy", icon: gitBranch, tab: true, keys: "g m" },
  },
  {
    path: "/objectives",
    opens: "members",
    load: () => import("./pages/objectives.tsx"),
    place: { title: "objectives", section: "strategy", icon: target, tab: "guests", keys: "g o" },
  },
  {
    path: "/alignment",
    opens: "members",
    load: () => import("./pages/alignment.tsx"),
    membersOnly: "alignment",
    place: { title: "alignment", section: "strategy", icon: route, keys: "g a", guests: false },
  },
  { path: "/objectives/:id", opens: "members", load: () => import("./pages/objective.tsx"), title: "objective" },
  {
    path: "/plan",
    opens: "members",
    load: () => import("./pages/plan.tsx"),
    membersOnly: "plan",
    place: { title: "plan", section: "strategy", icon: penLine, keys: "g p", guests: false },
  },
  { path: "/plan/:id", opens: "members", load: () => import("./pages/plan-studio.tsx"), membersOnly: "plan" },
  {
    path: "/workplace",
    opens: "members",
    load: () => import("./pages/workplace.tsx"),
    membersOnly: "thisWeek",
    place: { title: "thisWeek", section: "workplace", icon: calendarDays, tab: true, keys: "g w", guests: false },
  },
  {
    path: "/workplace/anchor-days",
    opens: "members",
    load: () => import("./pages/anchor-days.tsx"),
    membersOnly: "anchorDays",
    title: "anchorDays",
  },
  { path: "/decisions/:id", opens: "members", load: () => import("./pages/decision.tsx"), membersOnly: "thisWeek" },
  {
    path: "/policies",
    opens: "members",
    load: () => import("./pages/policies.tsx"),
    membersOnly: "policies",
    place: { title: "policies", section: "workplace", icon: scrollText, guests: false },
  },
  {
    path: "/policies/:id/edit",
    opens: "members",
    load: () => import("./pages/policy-edit.tsx"),
    membersOnly: "policies",
  },
  { path: "/policies/:id", opens: "members", load: () => import("./pages/policy.tsx"), membersOnly: "policies" },
  {
    path: "/engagement",
    opens: "members",
    load: () => import("./pages/engagement.tsx"),
    membersOnly: "engagement",
    place: { title: "engagement", section: "workplace", icon: heartPulse, keys: "g e", guests: false, only: "pulses" },
  },
  { path: "/pulses/:id", opens: "members", load: () => import("./pages/engagement.tsx"), membersOnly: "engagement" },
  { path: "/sign-in", opens: "anyone", load: () => import("./pages/sign-in.tsx") },
  { path: "/welcome", opens: "anyone", load: () => import("./pages/welcome.tsx") },
  {
    path: "/forgot-password",
    opens: "anyone",
    load: () => import("./pages/forgot-password.tsx"),
  },
  {
    path: "/reset-password",
    opens: "anyone",
    load: () => import("./pages/reset-password.tsx"),
  },
  { path: "/invitation", opens: "anyone", load: () => import("./pages/invitation.tsx") },
  {
    path: "/cycles/:id/report",
    opens: "members",
    load: () => import("./pages/cycle-report.tsx"),
    membersOnly: "report",
  },
  { path: "/closing", opens: "members", load: () => import("./pages/closing.tsx"), membersOnly: "closing" },
  {
    path: "/retrospectives/:id",
    opens: "members",
    load: () => import("./pages/retrospective.tsx"),
    title: "retrospective",
  },
  { path: "/cycles/:id", opens: "members", load: () => import("./pages/cycle.tsx"), title: "cycle" },
  { path: "/line/:id", opens: "members", load: () => import("./pages/line.tsx"), title: "line" },
  { path: "/energy", opens: "members", load: () => import("./pages/energy.tsx"), membersOnly: "energy" },
  {
    path: "/teams/:id/readiness",
    opens: "members",
    load: () => import("./pages/readiness.tsx"),
    membersOnly: "readiness",
  },
  { path: "/teams/:id", opens: "members", load: () => import("./pages/team.tsx"), title: "team" },
  {
    path: "/settings",
    opens: "members",
    load: () => import("./pages/settings/profile.tsx"),
    section: { title: "profile", group: "own" },
  },
  {
    path: "/settings/sessions",
    opens: "members",
    load: () => import("./pages/settings/sessions.tsx"),
    section: { title: "sessions", group: "own" },
  },
  {
    path: "/settings/tokens",
    opens: "members",
    load: () => import("./pages/settings/tokens.tsx"),
    section: { title: "tokens", group: "own" },
  },
  {
    path: "/settings/organisation",
    opens: "members",
    load: () => import("./pages/settings/organisation.tsx"),
    section: { title: "organisation", group: "organisation", roles: ["owner", "admin", "champion"] },
  },
  {
    path: "/settings/people",
    opens: "members",
    load: () => import("./pages/settings/people.tsx"),
    section: { title: "peopleAndTeams", group: "organisation", roles: ["owner", "admin", "champion", "member"] },
  },
  {
    path: "/settings/sites",
    opens: "members",
    load: () => import("./pages/settings/sites.tsx"),
    section: { title: "sites", group: "organisation", roles: ["owner", "admin", "champion", "member"] },
  },
  {
    path: "/settings/strategy",
    opens: "members",
    load: () => import("./pages/settings/strategy.tsx"),
    section: { title: "strategy", group: "organisation", roles: ["owner", "admin", "champion", "member"] },
  },
  {
    path: "/settings/cycles",
    opens: "members",
    load: () => import("./pages/settings/cycles.tsx"),
    section: { title: "cycles", group: "organisation", roles: ["owner", "admin", "champion", "member"] },
  },
  {
    path: "/settings/import",
    opens: "members",
    load: () => import("./pages/settings/import.tsx"),
    section: { title: "import", group: "organisation", roles: ["owner", "champion"] },
  },
  {
    path: "/settings/audit",
    opens: "members",
    load: () => import("./pages/settings/audit.tsx"),
    section: { title: "audit", group: "running", roles: ["owner", "admin"] },
  },
];
