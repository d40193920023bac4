import { type KeyResultRow, keyResultCan, type PermissionViewer } from "../okrs/public.ts";

/** Their own check-ins people correct themselves; those of others, whoever may check in on the key result. */
export function mayCorrectCheckIn(viewer: PermissionViewer, authorId: string, keyResult: KeyResultRow): boolean {
  const { see, checkIn } = keyResultCan(viewer, keyResult);
  return checkIn || (see && viewer.role !== "guest" && authorId === viewer.memberId);
}
