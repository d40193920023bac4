import { keeps } from "../../platform/http/keeps.ts";
import { okrs as contract } from "./contract.ts";
import { cycles } from "./handlers/cycles.ts";
import { healthMetrics } from "./handlers/health-metrics.ts";
import { keyResults } from "./handlers/key-results.ts";
import { objectives } from "./handlers/objectives.ts";
import { outcomes } from "./handlers/outcomes.ts";
import { supports } from "./handlers/supports.ts";
import { titlesFound } from "./queries/search.ts";

const os = keeps(contract);

export const okrs = os.router({
  cycles,
  objectives,
  keyResults,
  healthMetrics,
  supports,
  outcomes,
  search: os.search.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { q, limit, asParent, takesCheckIns } = input;
      return { items: await titlesFound(tx, context.viewer, q, { limit, open: asParent, takesCheckIns }) };
    }),
  ),
});
