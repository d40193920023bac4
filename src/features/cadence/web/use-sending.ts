import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "../../../web/problem.ts";
import { useFormat } from "../../../web/ui/format.ts";
import { type Delivered, deliver } from "./delivering.ts";
import { type Desk, type Entry, idOf, withEntry } from "./desk.ts";

/** What was refused of each check-in, by its key result's id. */
export type Refusals = Readonly<Record<string, Problem>>;

/** Sends check-ins one after the other. What could not be sent stays on the desk, ready to be sent again. */
export function useSending(change: (next: (desk: Desk) => Desk) => void) {
  const queries = useQueryClient();
  const { locale } = useFormat();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<Refusals>({});

  async function send(entries: readonly Entry[]): Promise<Refusals> {
    setBusy(true);
    setRefusals({});
    const refused: Record<string, Problem> = {};
    for (const entry of entries) {
      try {
        const delivered = await deliver(entry, locale);
        change((desk) => withEntry(desk, idOf(entry), (now) => sentAs(now, delivered)));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused[idOf(entry)] = error;
        if (error.unreachable) break;
      }
    }
    setBusy(false);
    setRefusals(refused);
    for (const room of ["cadence", "focus", "okrs", "alignment"]) void queries.invalidateQueries({ queryKey: [room] });
    return refused;
  }

  /** What was refused is answered. */
  const settle = (keyResultId: string) => setRefusals(({ [keyResultId]: _, ...others }) => others);
  return { send, busy, refusals, settle };
}

function sentAs(entry: Entry, { version, recordedAt, ask }: Delivered): Entry {
  const draft = { ...entry.draft, asked: ask !== null };
  return { ...entry, draft, stage: "sent", sent: { version, recordedAt } };
}
