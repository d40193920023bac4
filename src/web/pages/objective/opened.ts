import { useSearch } from "wouter";
import type { KeyResult } from "../../../features/okrs/web/public.tsx";

/** The key result that the address opens (?kr=…), else the first; and where the next check-in on this page goes. */
export function useOpened(keyResults: readonly KeyResult[]) {
  const asked = new URLSearchParams(useSearch()).get("kr");
  const open = keyResults.find(({ id }) => id === asked) ?? keyResults[0];
  const mine = [open, ...keyResults].find((keyResult) => keyResult?.can.checkIn);
  return { id: open?.id ?? null, checkIn: mine ? addressOfCheckIn(mine.id) : null };
}

export function addressOfCheckIn(keyResultId: string): string {
  return `/check-in?keyResult=${keyResultId}`;
}
