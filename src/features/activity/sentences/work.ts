/** What check-ins, asks, initiatives, intentions, imports and pulses are told with. */
import { changesInWords, type Facts, isNothing, quoted, textOf } from "../changes-in-words.ts";
import { fromTo, is, type Predicate, stateChanged } from "./words.ts";

export const workSentences: Record<string, Predicate> = {
  "check-in-recorded": ({ facts, names }) => {
    const confidence = isNothing(is(facts.confidence)) ? "" : `, confidence ${textOf(is(facts.confidence))}`;
    return `checked in${isNothing(is(facts.value)) ? "" : ` ${fromTo(facts.value, names)}`}${confidence}`;
  },
  "check-in-changed": ({ facts, names }) => `corrected a check-in: ${changesInWords(facts, names) ?? "its words"}`,
  "ask-made": ({ facts, name }) => `asked ${name(facts.toMemberId)} for something`,
  "ask-changed": ({ facts, names }) => changesInWords(facts, names) ?? "changed an ask",
  "ask-closed": () => "closed an ask",
  "initiative-created": ({ facts }) => `planned the initiative ${quoted(facts.title)}`,
  "initiative-state-changed": ({ facts }) => stateChanged("the initiative", facts.state),
  "initiative-removed": ({ facts }) => `removed the initiative ${quoted(facts.title)}`,
  "bets-changed": () => "changed the key results it should move",
  "import-made": ({ facts }) => `imported ${quoted(facts.fileName)}`,
  "import-undone": ({ facts }) => `took back the import of ${quoted(facts.fileName)}`,
  "pulse-settings-changed": ({ facts, names }) =>
    isNothing(facts.on)
      ? (changesInWords(facts, names) ?? "changed the settings of pulses")
      : `switched pulses ${is(facts.on) ? "on" : "off"}`,
  "pulse-launched": ({ facts }) =>
    `launched a pulse${isNothing(facts.asked) ? "" : `, which asks ${textOf(facts.asked)} people`}`,
  "pulse-closed": () => "closed the pulse, and its figures are out",
  "pulse-withdrawn": () => "withdrew the pulse, and nothing of it is told",
  "site-added": ({ facts }) => `added the site ${quoted(facts.name)}`,
  "site-changed": ({ facts, names }) => {
    const { site, ...changes } = facts;
    const said = changesInWords(changes, names)?.replace(/^changed /, "");
    return `changed the site ${quoted(site)}: ${said ?? "its settings"}`;
  },
  "site-presence-switched": ({ facts }) =>
    `switched presence ${is(facts.on) ? "on" : "off"} at the site ${quoted(facts.name)}`,
  "site-archived": ({ facts }) => `archived the site ${quoted(facts.name)}`,
  "site-holiday-changed": ({ facts }) => holidayChanged(facts),
  "workplace-settings-changed": ({ facts, names }) => changesInWords(facts, names) ?? "changed how long plans are kept",
  "presence-planned": () => "changed their plan",
  "meeting-agreed": () => "agreed on a meeting",
  "meeting-cancelled": () => "cancelled the meeting",
  "decision-asked": () => "asked for a decision in writing",
  "decision-recorded": () => "recorded what was decided",
  "anchor-days-proposed": ({ facts }) => `proposed ${anchorDays(facts)}`,
  "anchor-days-accepted": ({ facts }) => `accepted ${anchorDays(facts)}`,
  "anchor-days-declined": ({ facts }) => `declined ${anchorDays(facts)}`,
  "anchor-days-withdrawn": ({ facts }) => `withdrew ${anchorDays(facts)}`,
  "working-agreement-written": ({ facts }) =>
    `${facts.version === 1 ? "wrote" : "changed"} how the team agreed to work`,
  "working-agreement-given-up": () => "took away how the team agreed to work",
  "working-agreement-reviewed": () => "reviewed how the team agreed to work, and kept it",
  "team-readiness-answered": () => "said how ready the team is for remote work",
  "intention-written": () => "wrote an intention",
  "intention-done": () => "did what they intended",
  "intention-carried": () => "carried the intention over",
  "intention-let-go": () => "let the intention go",
  "intentions-ordered": () => "put their intentions in another order",
};

/** A holiday that is null is struck; one that is left out is the public calendar's again. */
function holidayChanged({ name, day, holiday }: Facts): string {
  if (holiday === undefined) return `let ${textOf(day)} be as the public calendar has it again at ${quoted(name)}`;
  if (holiday === null) return `struck the public holiday of ${textOf(day)} at ${quoted(name)}`;
  return `added the holiday ${quoted(holiday)} on ${textOf(day)} at ${quoted(name)}`;
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** "the anchor days Tue, Wed from 2027-03-01", from ISO weekdays in a row. */
function anchorDays({ days, from }: Facts): string {
  const named = textOf(days)
    .split(" ")
    .flatMap((weekday) => weekdays[Number(weekday) - 1] ?? []);
  return `${named.length === 0 ? "no anchor days" : `the anchor days ${named.join(", ")}`} from ${textOf(from)}`;
}
