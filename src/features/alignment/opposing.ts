/** One metric pulled both ways: key results of different teams that cannot both be reached. */
import { exact, type Measure } from "../okrs/public.ts";
import { filesOf, likeness, NEAR, type Wording, wordingOf } from "./wording.ts";

export interface Pulling {
  id: string;
  title: string;
  unit: string;
  teamId: string | null;
  pull: Pull | null;
  /** What measures it, where that is known: the same source is the same metric whatever the title says. */
  metric: string | null;
}

export type Pull = "up" | "down";

export interface Opposing {
  up: string;
  down: string;
  /** `likeness` in whole percents, with the words that both titles share. */
  why: { kind: "same-metric"; metric: string } | { kind: "near-wording"; likeness: number; words: string[] };
}

/** Which way a measure pulls; null for what is done step by step or kept between limits. */
export function pullOf(measure: Measure): Pull | null {
  if (measure.kind === "metric") return exact(measure.target).gt(measure.start) ? "up" : "down";
  if (measure.kind !== "threshold") return null;
  return measure.operator === "above" || measure.operator === "at-or-above" ? "up" : "down";
}

/**
 * Key results with the same metric, or near-same wording and unit, opposite pulls and different teams (PRODUCT:
 * "Alignment index"). At most `4 × most` comparisons each, so 10,000 cost what 10,000 cost.
 */
export function opposing(keyResults: readonly Pulling[], most = 30): Opposing[] {
  const pulling = keyResults
    .filter(({ pull }) => pull !== null)
    .map((one) => {
      const wording = wordingOf(one.title);
      return { item: { ...one, wording }, wording };
    });
  const ups = pulling.filter(({ item }) => item.pull === "up");
  const found = new Map<string, Opposing>();
  const byMetric = Map.groupBy(ups, ({ item }) => item.metric);
  const { files, namesFor } = filesOf(
    ups.map((each) => ({ ...each, within: unitOf(each.item) })),
    most,
  );
  for (const { item: down, wording } of pulling) {
    if (down.pull !== "down") continue;
    const same = down.metric === null ? [] : (byMetric.get(down.metric) ?? []).slice(0, most);
    const near = namesFor(wording, unitOf(down)).flatMap((name) => files.get(name) ?? []);
    for (const up of new Set([...same.map(({ item }) => item), ...near])) {
      const why = up.teamId === down.teamId ? null : whyOpposing(up, down);
      if (why) found.set(`${up.id} ${down.id}`, { up: up.id, down: down.id, why });
    }
  }
  return [...found.values()];
}

type Worded = Pulling & { wording: Wording };

function whyOpposing(up: Worded, down: Worded): Opposing["why"] | null {
  if (up.metric !== null && up.metric === down.metric) return { kind: "same-metric", metric: up.metric };
  if (unitOf(up) !== unitOf(down)) return null;
  const alike = likeness(up.wording, down.wording);
  if (alike < NEAR) return null;
  const words = [...up.wording.stems.intersection(down.wording.stems)].sort();
  return { kind: "near-wording", likeness: Math.round(alike * 100), words };
}

function unitOf({ unit }: Pulling): string {
  return unit.trim().toLowerCase();
}
