/** A team's energy in words: what is planned, what is left, and what is advised. */
import type { OutputOf } from "../../../web/api.ts";
import type { Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./energy.messages.json";

export const m = messages(catalogue);

export type TeamEnergy = OutputOf<"alignment.alignment.energy">["items"][number];
export type EnergyOfObjective = TeamEnergy["objectives"][number];

/** "90% of Growth’s capacity is planned, of 100% at most. 10 points are left." */
export function sumWords({ team, sum, limit, left }: TeamEnergy, { decimal }: Format): string {
  if (sum === null) return m.noneGiven({ team: team.name });
  const given = m.given({ sum: decimal(sum), team: team.name, limit: decimal(limit) });
  if (left.startsWith("-")) return given;
  return `${given} ${Number(left) === 0 ? m.full() : m.left({ left: decimal(left) })}`;
}

/** A sentence that says what would help; null where nothing would. */
export function adviceWords({ advice, left, objectives }: TeamEnergy, { decimal }: Format): string | null {
  if (advice === null) return null;
  return m[advice]({ over: decimal(left.replace("-", "")), count: unstated(objectives) });
}

/** The same in a cell of a table. */
export function adviceInShort({ advice, left, objectives }: TeamEnergy, { decimal }: Format): string {
  switch (advice) {
    case null:
      return m.notOver();
    case "over-limit":
      return m.over({ over: decimal(left.replace("-", "")) });
    case "none-stated":
      return m.noneOfAll();
    case "some-not-stated":
      return m.some({ count: unstated(objectives) });
  }
}

/** "3.5 people"; one digit, as nobody plans closer. */
export function peopleWords(people: string, { number }: Format): string {
  const count = Number(people);
  return m.inPeople({ people: number(count, { maximumFractionDigits: 1 }), many: count });
}

/** "40%", or that none is stated. */
export function energyWords(energy: string | null, { decimal }: Format): string {
  return energy === null ? m.notStated() : m.percent({ share: decimal(energy) });
}

function unstated(objectives: readonly EnergyOfObjective[]): number {
  return objectives.filter(({ energy }) => energy === null).length;
}
