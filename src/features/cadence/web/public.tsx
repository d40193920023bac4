/** What pages may show of check-ins and asks. */
export { CheckInFeed } from "./check-in-feed.tsx";
export { CheckInFlow } from "./check-in-flow.tsx";
