/** What pages may show of how a cycle ends. */
export { ClosingDesk } from "./closing-desk.tsx";
export { CycleReport } from "./cycle-report.tsx";
export { RetrospectivePage } from "./retrospective.tsx";
export { Retrospectives } from "./retrospectives.tsx";
export { RolledOver } from "./rolled-over.tsx";
export { RolloverDesk } from "./rollover.tsx";
export { ToClose } from "./to-close.tsx";
