/** What the API's examples say of the evidence for a policy: Osier's quiet mornings, in their seventh week of twelve. */
import { exampleId } from "./platform/http/examples.ts";

const product = { id: exampleId("Product"), name: "Product" };
const growth = { id: exampleId("Growth"), name: "Growth" };
const handOff = {
  ...{ id: exampleId("handOffOutcome"), name: "Hand-off time, design to build", kind: "key-results", question: null },
  ...{ unit: "days", decimals: 1, share: false },
};
const onTime = {
  ...{ id: exampleId("onTimeGuardrail"), name: "Check-ins on time", kind: "on-time", question: null },
  ...{ unit: "%", decimals: 0, share: true },
};
const range95 = { low: -1.6, high: 0.2 };
const range90 = { low: -1.4, high: 0.1 };
const method = { inference: "exact-permutation", draws: 462, seed: null, df: null };
const levels = { covered: { before: 5.3, after: 4.2 }, others: { before: 5.1, after: 4.7 } };
const rowsHash = "5f0c4e0f1f6f7c0d0b7f7a3e0a6d2a5f5c8f1d9a2b3c4d5e6f708192a3b4c5d6";

const outcome = {
  ...{ ...handOff, wanted: "down", sizeThatMatters: 0.5, word: "cant-tell", why: "too-noisy" },
  estimate: { difference: -0.7, range95, range90, p: 0.13, adjustedP: 0.13, method },
  ...{ trends: null, ...levels },
  teams: {
    covered: [{ ...product, ...levels.covered, weeks: 7 }],
    others: [{ ...growth, ...levels.others, weeks: 7 }],
  },
  ...{ leftOut: [], pulses: [], detectable: { now: 1.1, atDecision: 0.8 } },
  weeks: [{ week: 6, on: "2027-02-15", covered: 4.2, others: 4.7, teams: { covered: 5, others: 6 } }],
};

const guardrail = {
  ...{ ...onTime, safe: "at-least", limit: 85, margin: 5, word: "holding", pulses: [] },
  ...{ level: { value: 91, range90: { low: 87, high: 95 } }, against: null },
};

const happening = {
  ...{ id: exampleId("happening"), kind: "marked", on: "2027-01-25", text: "Bulk import went live.", team: product },
  ...{ keyResult: null, count: null, by: { id: exampleId("Hanna"), name: "Hanna Vogel" } },
  ...{ at: "2027-02-16T09:12:00Z", can: { remove: true } },
};

const couldTell = {
  ...{ ...handOff, sizeThatMatters: 0.5, smallest: 0.8, teams: 11, weeks: 26, twiceTheWeeks: 0.7, alone: null },
  byTeams: [{ teams: 5, smallest: 0.9 }],
};

const sentence = { outcome: handOff.id, way: "better", sureness: "could-be-chance", difference: -0.7, range95 };
const settling = {
  ...{ key: "more-teams-or-weeks", of: handOff.id },
  figures: { reach: 0.75, sizeThatMatters: 0.5 },
};

const found = "policies.policyEvidence.get";
const rows = "policies.policyEvidence.rows";
const could = "policies.policyEvidence.couldTell";

export const evidenceWords = {
  [`${found}.state`]: "assessed",
  ...{ "policyEvidence.design": "randomised-by-team", called: "effect", verdict: "too-early" },
  ...{ "policyEvidence.startsOn": "2027-01-04", "policyEvidence.decidesOn": "2027-03-29" },
  [`${found}.weeks`]: { over: 6, planned: 12 },
  [`${found}.sentence`]: sentence,
  ...{ broken: [], beyondLimit: [], settledBy: [settling] },
  [`${found}.outcome`]: [outcome],
  [`${found}.guardrail`]: [guardrail],
  [`${found}.happening`]: [happening],
  [`${found}.assessed`]: { at: "2027-02-16T03:17:00Z", seed: 1_204_731_882, version: 1, rowsHash, rows: 352 },
  [`${rows}.fileName`]: "evidence-2027-01-04-0242ac.csv",
  [`${rows}.csv`]: "series,team,arm,week,day,value,weight,covered\n",
  [`${rows}.rowsHash`]: rowsHash,
  [`${rows}.method`]: {
    ...{ version: 1, seed: 1_204_731_882, lot: "0f6c2a9d41e87b35c2d0a4f16b98e73d", design: "randomised-by-team" },
    ...{ startsOn: "2027-01-04", decidesOn: "2027-03-29", teams: [{ ...product, arm: "covered" }] },
    ...{ comparison: { kind: "randomised-by-team", draw: 5, othersFrom: null }, found: { verdict: "too-early" } },
  },
  [`${could}.teams`]: { covered: 5, others: 6 },
  [`${could}.weeks`]: 12,
  ...{ canTell: true, [`${could}.outcome`]: [couldTell] },
  ...{ "policyEvidence.count": null, "policyEvidence.keyResult": null, "policyEvidence.team": product },
  "policyEvidence.by": happening.by,
  "policyEvidence.text": "Bulk import went live.",
  "policyEvidence.on": "2027-01-25",
  "policyEvidence.teamId": product.id,
};
