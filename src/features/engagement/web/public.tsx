/** What pages may show of pulses. */
export { EngagementPage } from "./engagement-page.tsx";
export { PulseAsksMe } from "./under-way.tsx";
