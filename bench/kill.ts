/** `npm run kill`: twenty times kill -9 of the server and of its PostgreSQL under sixteen writers. */
import { killUnderLoad, type Victim } from "../test/support/kill.ts";

const times = 20;
const victims = Array.from({ length: times * 2 }, (_, at): Victim => (at % 2 ? "PostgreSQL" : "server"));
const told = (victim: Victim, number: number) =>
  process.stderr.write(`${number} of ${victims.length}: ${victim} killed, and back\n`);
const { acknowledged, inFlight, back, wrong } = await killUnderLoad({ writers: 16, victims, told });

const backAfter = (victim: Victim) => back.filter((_, at) => victims[at] === victim).sort((one, other) => one - other);
for (const victim of ["server", "PostgreSQL"] as const) {
  const took = backAfter(victim).map(Math.round);
  console.log(`${victim}: killed ${took.length} times; acknowledging again after ${took[0]} to ${took.at(-1)} ms`);
}
console.log(`Writes under way at a kill: ${Math.min(...inFlight)} to ${Math.max(...inFlight)}`);
console.log(
  `${acknowledged} check-ins acknowledged; ${wrong.length === 0 ? "none lost, none doubled" : wrong.join("\n")}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
