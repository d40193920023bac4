import { lazy } from "react";

export { Initiatives } from "./initiatives.tsx";

/** Fetched when it is first opened. */
export const MakeInitiative = lazy(() => import("./make-initiative.tsx"));
