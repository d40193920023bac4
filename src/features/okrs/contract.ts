/** Cycles, objectives, key results, health metrics and the links that make the line. */
import { cycles } from "./contract/cycles.ts";
import { healthMetrics } from "./contract/health-metrics.ts";
import { keyResults } from "./contract/key-results.ts";
import { objectives } from "./contract/objectives.ts";
import { outcomes } from "./contract/outcomes.ts";
import { search } from "./contract/search.ts";
import { supports } from "./contract/supports.ts";

export { adviceInWords, disagreementInWords } from "./contract/advice.ts";
export { CycleState } from "./contract/cycles.ts";
export {
  Commitment,
  Decimals,
  End,
  Figure,
  Forecast,
  Level,
  Measure,
  MeasureInput,
  Mode,
  Named,
  PlaceKind,
  Status,
  StatusReading,
  TitledPlace,
  Weight,
} from "./contract/words.ts";

export const okrs = { cycles, objectives, keyResults, healthMetrics, supports, search, outcomes };
