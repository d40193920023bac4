export type { Sight, Sights } from "./sight.ts";
