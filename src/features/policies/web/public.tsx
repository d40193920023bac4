import { later } from "../../../web/later.tsx";

export { PolicyEditPage } from "./edit/edit-page.tsx";
export { PoliciesPage } from "./list/policies-page.tsx";
export { PolicyPage } from "./page/policy-page.tsx";
export { ReadinessPage } from "./readiness/readiness-page.tsx";

/** Parts of the page of a week, which comes before policies and lets them in; inside a Suspense. */
export const OwnFit = later(() => import("./fit/own-fit.tsx"));
export const FitOfTeam = later(() => import("./fit/fit-of-team.tsx"));
