/** What pages and later rooms may show of OKRs. */
export { currencyOf, formatFigure, formatProgress } from "../figure-format.ts";
export { readFigure } from "../figures.ts";
export { KeyResultRow, KeyResultStatus, OwnerAndWeight } from "./key-result-row.tsx";
export { KeyResultTrack } from "./key-result-track.tsx";
export { StatusReading, Why } from "./status-reading.tsx";
