import { useEffect, useState } from "react";
import { newId } from "../../../web/id.ts";
import { useSession } from "../../../web/session.ts";
import { type Desk, laidOut, stillOpen, worthKeeping } from "./desk.ts";
import type { Subject } from "./draft.ts";

/** The desk of whoever is signed in, kept on this device so that a reload loses nothing. */
export function useDesk(waiting: readonly Subject[]) {
  const { organisation, member } = useSession();
  const place = `throughline.check-ins.${organisation.id}.${member.id}`;
  const [desk, change] = useState<Desk>(() => laidOut(stillOpen(kept(place), Date.now()), waiting, newId));
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  useEffect(() => change((now) => laidOut(now, waiting, newId)), [waiting]);
  useEffect(() => setKeptAt(keep(place, desk) ? new Date() : null), [place, desk]);
  return { desk, change, keptAt };
}

function kept(place: string): Desk {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "[]") as Desk;
  } catch {
    return [];
  }
}

/** Whether there was anything to keep, and room for it. */
function keep(place: string, desk: Desk): boolean {
  const worth = worthKeeping(desk);
  try {
    if (worth.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(worth));
    return worth.length > 0;
  } catch {
    return false;
  }
}
