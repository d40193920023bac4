/** What pages and later rooms may show of OKRs. */
export { currencyOf, formatFigure, formatProgress } from "../figure-format.ts";
export { readFigure } from "../figures.ts";
