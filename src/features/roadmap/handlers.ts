import { initiatives } from "./handlers/initiatives.ts";
import { origins } from "./handlers/origins.ts";

export const roadmap = { initiatives, origins };
