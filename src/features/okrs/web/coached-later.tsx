/** What the coach says on a page, fetched once the page stands. */
import { lazy } from "react";

export const CoachedKeyResult = lazy(() =>
  import("./coached-key-result.tsx").then(({ CoachedKeyResult }) => ({ default: CoachedKeyResult })),
);
export const OutcomeShares = lazy(() =>
  import("./outcome-shares.tsx").then(({ OutcomeShares }) => ({ default: OutcomeShares })),
);
