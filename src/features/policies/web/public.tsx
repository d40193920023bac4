export { PolicyEditPage } from "./edit/edit-page.tsx";
export { PoliciesPage } from "./list/policies-page.tsx";
export { PolicyPage } from "./page/policy-page.tsx";
export { ReadinessPage } from "./readiness/readiness-page.tsx";
