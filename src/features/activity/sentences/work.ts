/** What check-ins, asks, initiatives, intentions, imports and pulses are told with. */
import { changesInWords, isNothing, quoted, textOf } from "../changes-in-words.ts";
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
  "intention-written": () => "wrote an intention",
  "intention-done": () => "did what they intended",
  "intention-carried": () => "carried the intention over",
  "intention-let-go": () => "let the intention go",
  "intentions-ordered": () => "put their intentions in another order",
};
