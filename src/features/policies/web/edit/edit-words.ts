import { daysAsRead } from "../../../../web/days-as-read.ts";
import { messages } from "../../../../web/ui/messages.ts";
import type { Draft } from "../draft.ts";
import catalogue from "./edit.messages.json";

export const m = messages(catalogue);

/** What would keep it from being sealed, as a sentence. */
export function missing({ expected, todo }: { expected: string; todo: string }): string {
  return daysAsRead(`${expected.charAt(0).toUpperCase()}${expected.slice(1)}. ${todo}`);
}

/** What each part of the form is given. */
export interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** What was refused of a field, else what would keep it from being sealed as it was saved. */
  wrong: (field: string) => string | undefined;
  /** Only what would keep it from being sealed. */
  odd: (field: string) => string | undefined;
}
