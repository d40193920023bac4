/** How a cycle ends: graded by team, closed, rolled over, looked back on and reported. */
import { amendments, cycles, keyResults, objectives, waiting } from "./contract/grading.ts";
import { report } from "./contract/report.ts";
import { retrospectives } from "./contract/retrospectives.ts";
import { rollovers } from "./contract/rollovers.ts";

export const closing = { waiting, cycles, objectives, keyResults, amendments, rollovers, retrospectives, report };
