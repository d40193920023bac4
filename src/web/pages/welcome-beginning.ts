import type { InputOf } from "../api.ts";
import { newId } from "../id.ts";
import { readerOfBrowser } from "../ui/format.ts";

/** What the first page fills in: everything the first run is asked with, but the secret. */
export type Beginning = Omit<InputOf<"welcome.firstRun.begin">, "secret">;

/** What each part of the first page is given. */
export interface Said {
  beginning: Beginning;
  change: (change: (before: Beginning) => Beginning) => void;
  /** What is wrong with a field, dotted. */
  wrong: (field: string) => string | undefined;
}

/** Nothing written yet; the calendar as this browser has it. */
export function unwritten(): Beginning {
  const { timeZone } = readerOfBrowser();
  return {
    organisation: { id: newId(), name: "", timeZone, weekStartsOn: 1, fiscalYearStartMonth: 1 },
    vision: "",
    mission: "",
    imperative: "",
    owner: { name: "", email: "", password: "" },
  };
}
