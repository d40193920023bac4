export { OpenPlan } from "./open-plan.tsx";
export { PlanList } from "./plan-list.tsx";
export { PlansWaiting } from "./plans-waiting.tsx";
export { Studio } from "./studio.tsx";
