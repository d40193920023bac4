import { intentions } from "./handlers/intentions.ts";
import { today } from "./handlers/today.ts";

export const focus = { intentions, today };
