import { keeps } from "../../platform/http/keeps.ts";
import { closing as contract } from "./contract.ts";
import { amendments } from "./handlers/amendments.ts";
import { cycles, waiting } from "./handlers/cycles.ts";
import { keyResults } from "./handlers/key-results.ts";
import { objectives } from "./handlers/objectives.ts";
import { report } from "./handlers/report.ts";
import { retrospectives } from "./handlers/retrospectives.ts";
import { rollovers } from "./handlers/rollovers.ts";

export const closing = keeps(contract).router({
  waiting,
  cycles,
  objectives,
  keyResults,
  amendments,
  rollovers,
  retrospectives,
  report,
});
