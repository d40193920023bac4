import { asks } from "./handlers/asks.ts";
import { checkIns } from "./handlers/check-ins.ts";

export const cadence = { checkIns, asks };
