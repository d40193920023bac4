import { later } from "../../../web/later.tsx";

/** Fetched when it is first opened. */
export const MakeInitiative = later(() => import("./make-initiative.tsx"));
