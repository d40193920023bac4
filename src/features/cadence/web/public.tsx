/** What pages may show of check-ins and asks. */
export { CheckInFlow } from "./check-in-flow.tsx";
