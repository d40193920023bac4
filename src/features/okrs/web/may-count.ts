import type { ParentLink } from "./asking.ts";

/** Whether a link may count: a private objective's does not, nor one to an imperative. */
export function mayCount({
  kind,
  isPrivate,
}: {
  kind: ParentLink["parent"]["kind"] | null;
  isPrivate: boolean;
}): boolean {
  return kind !== "imperative" && !isPrivate;
}
