import type { Chance } from "./chance.ts";

/**
 * Every way a lot could have fallen, or a sample of them. Each answer is a list of 0 and 1, one for each unit; it is
 * filled anew for the next one, so read it before going on.
 */
export interface Lots {
  /** How many could be drawn; may be Infinity. */
  possible: number;
  /** Whether all of them are looked at, or a sample. */
  exact: boolean;
  looked: number;
  each(look: (drawn: Uint8Array) => void): void;
}

/** A sample's p lies within 0.003 of the exact one, 19 times in 20, where it matters (p near 5 %). */
const SAMPLE = 19_999;

/** `chosen` of `units`, each set as likely: n! / (k! (n − k)!) ways. Up to `most` all are looked at, beyond a sample. */
export function setsOf(units: number, chosen: number, most: number, chance: Chance): Lots {
  const possible = waysToChoose(units, chosen);
  const exact = possible <= most;
  const looked = exact ? possible : Math.min(most, SAMPLE);
  const each = (look: (drawn: Uint8Array) => void) =>
    exact ? eachSet(units, chosen, look) : someSets(units, chosen, looked, chance, look);
  return { possible, exact, looked, each };
}

/** One coin for each unit: 2ⁿ ways. Up to `most` all are looked at, beyond a sample. */
export function coinsFor(units: number, most: number, chance: Chance): Lots {
  const possible = 2 ** units;
  const exact = possible <= most;
  const looked = exact ? possible : Math.min(most, SAMPLE);
  const drawn = new Uint8Array(units);
  const each = (look: (drawn: Uint8Array) => void) => {
    for (let way = 0; way < looked; way++) {
      for (let unit = 0; unit < units; unit++) drawn[unit] = exact ? Math.floor(way / 2 ** unit) % 2 : chance.whole(2);
      look(drawn);
    }
  };
  return { possible, exact, looked, each };
}

/** n! / (k! (n − k)!), exact while it fits a double; Infinity where it does not. */
export function waysToChoose(units: number, chosen: number): number {
  let ways = 1;
  for (let at = 1; at <= Math.min(chosen, units - chosen); at++) ways = (ways * (units - at + 1)) / at;
  return Math.round(ways);
}

/** All sets in lexical order: the last place that can move on does, those after it follow closely. */
function eachSet(units: number, chosen: number, look: (drawn: Uint8Array) => void) {
  const places = Array.from({ length: chosen }, (_, at) => at);
  const drawn = new Uint8Array(units);
  for (;;) {
    drawn.fill(0);
    for (const place of places) drawn[place] = 1;
    look(drawn);
    let at = chosen - 1;
    while (at >= 0 && places[at] === units - chosen + at) at -= 1;
    if (at < 0) return;
    places[at]! += 1;
    for (let next = at + 1; next < chosen; next++) places[next] = places[next - 1]! + 1;
  }
}

function someSets(units: number, chosen: number, looked: number, chance: Chance, look: (drawn: Uint8Array) => void) {
  const order = Array.from({ length: units }, (_, at) => at);
  const drawn = new Uint8Array(units);
  for (let way = 0; way < looked; way++) {
    drawn.fill(0);
    for (let at = 0; at < chosen; at++) {
      const other = at + chance.whole(units - at);
      [order[at], order[other]] = [order[other]!, order[at]!];
      drawn[order[at]!] = 1;
    }
    look(drawn);
  }
}
