/** Sending a check-in so that it arrives once, whatever happened to the answer of an earlier attempt. */
import { api, type InputOf, type OutputOf } from "../../../web/api.ts";
import { Problem } from "../../../web/problem.ts";
import { type Entry, isUnseen } from "./desk.ts";
import { bodyOf, readDraft } from "./draft.ts";

export type Delivered = OutputOf<"cadence.checkIns.create">;

/** Throws Problem. What was sent before is corrected; what was overtaken is asked about before it is sent. */
export async function deliver(entry: Entry, locale: string): Promise<Delivered> {
  const { draft, subject, sent } = entry;
  if (entry.overtaken) await askAbout(entry);
  const body = bodyOf(draft, subject.keyResult.id, readDraft(draft, subject, locale).report);
  if (sent) return api.cadence.checkIns.update(correctionOf(body, sent.version));
  try {
    return await api.cadence.checkIns.create(body);
  } catch (error) {
    const arrived = error instanceof Problem && error.status === 409 ? await earlierOf(body) : undefined;
    if (!arrived) throw error;
    return api.cadence.checkIns.update(correctionOf(body, arrived.version));
  }
}

/** Throws the check-in that came meanwhile as a conflict, so that both can be read before one is sent. */
async function askAbout(entry: Entry): Promise<void> {
  const { items } = await api.cadence.checkIns.list({ keyResultId: entry.subject.keyResult.id, limit: 1 });
  const [meanwhile] = items;
  if (isUnseen(entry, meanwhile)) throw new Problem({ status: 409, title: "", meanwhile });
}

/** An attempt whose answer was lost arrived after all, and was written on since: it is there under its id. */
async function earlierOf({ id, keyResultId }: InputOf<"cadence.checkIns.create">) {
  const { items } = await api.cadence.checkIns.list({ keyResultId, limit: 20 });
  return items.find((item) => item.id === id);
}

function correctionOf(body: InputOf<"cadence.checkIns.create">, version: number): InputOf<"cadence.checkIns.update"> {
  const { keyResultId: _, ask, ...correction } = body;
  return { ...correction, ...(ask ? { ask } : {}), version };
}
