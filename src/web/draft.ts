import { useState } from "react";

interface Draft<Read> {
  from: Read;
  now: Read;
}

/**
 * What is being written over what was read. Until the first change it follows what is read; from then on it keeps
 * the version it began with, so that somebody else's edit is met as a conflict and not overwritten.
 */
export function useDraft<Read extends { version: number }>(read: Read) {
  const [draft, set] = useState<Draft<Read> | null>(null);
  return {
    value: draft?.now ?? read,
    version: (draft?.from ?? read).version,
    changed: draft !== null && Object.keys(changesOf(draft)).length > 0,
    /** The fields that differ from what was read. */
    changes: (): Partial<Read> => (draft ? changesOf(draft) : {}),
    change: (part: Partial<Read>) =>
      set((before) => ({ from: before?.from ?? read, now: { ...(before?.now ?? read), ...part } })),
    forget: () => set(null),
  };
}

/** The fields of `now` that differ from `from`, compared by what they say. */
export function changesOf<Read extends object>({ from, now }: Draft<Read>): Partial<Read> {
  const differing = Object.entries(now).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(from[field as keyof Read]),
  );
  return Object.fromEntries(differing) as Partial<Read>;
}
