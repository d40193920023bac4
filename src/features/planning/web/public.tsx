export { OpenPlan } from "./open-plan.tsx";
export { PlanList } from "./plan-list.tsx";
export { Studio } from "./studio.tsx";
