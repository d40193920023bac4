/** What is counted by and by against what counting everything gives, over random edits through the contract. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse } from "../../../test/support/house.ts";
import { newWorld, story, type World } from "../../../test/support/random-edits.ts";
import { type Counts, countAll, noCounts } from "./counts.ts";
import { recountAfter } from "./jobs.ts";

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it("is the same after any random edits", async () => {
  await fc.assert(
    fc.asyncProperty(story, fc.nat(4), async (told, pause) => {
      const world = await newWorld(house);
      for (const [step, { edit }] of told.entries()) {
        await edit(world);
        if (step % 5 === pause) await house.feed.settled(world.osier.id);
      }
      await house.feed.settled(world.osier.id);
      const incremental = await kept(world);
      expect(incremental.sums).toEqual(summed(incremental.facts));
      expect(incremental).toEqual(await countedAnew(world));
    }),
    { numRuns: Number(process.env.ALIGNMENT_RUNS ?? 20) },
  );
}, 600_000);

interface Row {
  cycle_id: string;
  counts: Counts;
}

async function kept({ osier }: World) {
  const facts = await house.sql.query("select * from alignment_fact where organisation_id = $1 order by objective_id", [
    osier.id,
  ]);
  const sums = await house.sql.query<Row>(
    "select cycle_id, counts from alignment_standing where organisation_id = $1",
    [osier.id],
  );
  return { facts: facts.rows, sums: bySum(sums.rows.map(({ cycle_id, counts }) => [cycle_id, counts])) };
}

/** Cycles in which something is counted: one that holds nothing any more is as one that never held anything. */
function bySum(sums: Iterable<readonly [string, Counts]>): Record<string, Counts> {
  const nothing = JSON.stringify(Object.entries(noCounts).sort());
  return Object.fromEntries(
    [...sums].filter(([, counts]) => JSON.stringify(Object.entries(counts).sort()) !== nothing),
  );
}

/** The sums of these facts, added up from nothing. */
function summed(facts: Awaited<ReturnType<typeof kept>>["facts"]) {
  const ofCycle = Map.groupBy(facts, ({ cycle_id }) => cycle_id as string);
  return bySum(
    [...ofCycle].map(([cycle, rows]) => [
      cycle,
      countAll(rows.map((row) => ({ ...row, keyResults: row.key_results }))),
    ]),
  );
}

/** The same, once everything was forgotten and every objective counted for the first time. */
async function countedAnew(world: World) {
  const { id } = world.osier;
  const { rows } = await house.sql.query("select id from objective where organisation_id = $1", [id]);
  const events = rows.map((each) => {
    return { kind: "objective-created", subjectKind: "objective", subjectId: each.id, facts: {} };
  });
  await house.sql.query("delete from alignment_fact where organisation_id = $1", [id]);
  await house.sql.query("delete from alignment_standing where organisation_id = $1", [id]);
  await house.database.write(id, { memberId: null, via: "system" }, (tx) => recountAfter(tx, events));
  return kept(world);
}
