/** What the alignment index costs to count: one change against everything, of an organisation of 10,000 people. */
import { alignmentIndex } from "../src/features/alignment/alignment-index.ts";
import { countAll, type ObjectiveFacts, recount } from "../src/features/alignment/counts.ts";

const objectives = 3000;
const imperatives = Array.from({ length: 8 }, (_, nth) => ({ id: `imperative ${nth}`, priorityShare: "12.5" }));
const rounds = 20;

/** "The alignment index: …", with the milliseconds of both and their ratio. */
export function alignmentCostInWords(): string {
  const facts = Array.from({ length: objectives }, (_, nth) => factsOf(nth));
  const [first] = facts as [ObjectiveFacts];
  const counts = countAll(facts);
  const given = { imperatives, understood: null };
  const everything = millisecondsOf(() => alignmentIndex({ ...given, counts: countAll(facts) }));
  const change = { ...first, energy: "35", reach: [] };
  const one = millisecondsOf(() => alignmentIndex({ ...given, counts: recount(counts, first, change) }));
  const figures = `${one.toFixed(3)} ms after a change, ${everything.toFixed(1)} ms for everything`;
  return `The alignment index of 10,000 people in ${objectives} objectives: ${figures}, ${Math.round(everything / one)} times as much.`;
}

function factsOf(nth: number): ObjectiveFacts {
  const reach = nth % 5 === 0 ? [] : [`imperative ${nth % 8}`, ...(nth % 7 === 0 ? ["imperative 8"] : [])];
  const counted = { counted: true, leaf: nth % 10 > 0, upkeep: nth % 11 === 0 };
  return {
    ...counted,
    headcount: 8 + (nth % 9),
    energy: `${20 + (nth % 50)}`,
    reach,
    keyResults: 3,
    measurable: nth % 4,
  };
}

/** The middle of some rounds, after as many to warm up. */
function millisecondsOf(work: () => unknown): number {
  const times = Array.from({ length: 2 * rounds }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  return times.slice(rounds).sort((one, other) => one - other)[rounds / 2] ?? 0;
}
