import type { MessageKey, Said } from "./answer.ts";
import catalogue from "./coach.messages.json" with { type: "json" };

/** What is said, as an English sentence, for interfaces that have no catalogue of their own. */
export function inWords({ key, values }: Said): string {
  const sentence: unknown = catalogue[key];
  // Built for the web, the catalogue holds functions; read by the server, sentences.
  if (typeof sentence === "function") return String(sentence(values));
  return String(sentence).replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? "");
}

export const verdictInWords = (verdict: "outcome" | "output" | "unsure"): string =>
  inWords({ key: `verdict-${verdict}` satisfies MessageKey, values: {} });
