import { useEffect, useState } from "react";
import { useSession } from "./session.ts";

/**
 * What is being written, kept by this tab until `forget`, so that neither Escape nor the way back loses it. Nothing is
 * kept before the first change, or where `place` is null.
 */
export function useKept<Value>(place: string | null, begin: () => Value) {
  const { organisation, member } = useSession();
  const name = place && `throughline.${place}.${organisation.id}.${member.id}`;
  const [begun] = useState(() => read<Value>(name) ?? begin());
  const [value, change] = useState(begun);
  useEffect(() => {
    if (value !== begun) write(name, value);
  }, [name, value, begun]);
  return [value, change, () => write(name, null)] as const;
}

/** What Cancel does: what was written is put away for good. */
export function after(forget: () => void, close: () => void) {
  return () => {
    forget();
    close();
  };
}

function read<Value>(name: string | null): Value | null {
  try {
    return name && JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/** A tab without room for it, or that may keep nothing, goes on without. */
function write(name: string | null, value: unknown): void {
  if (!name) return;
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {}
}
