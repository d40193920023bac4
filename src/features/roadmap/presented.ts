/** Rows as the contract answers them. */
import { plain } from "../okrs/public.ts";
import type { BetFacts } from "./events.ts";
import { mayEditInitiative, type Viewer } from "./permissions.ts";
import { moved, movesByNumber } from "./planning.ts";
import type { BetColumns, InitiativeRow } from "./queries/initiatives.ts";

export function presentInitiative(row: InitiativeRow, viewer: Viewer) {
  return {
    id: row.id,
    title: row.title,
    owner: row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName ?? "" },
    team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? "" },
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    state: row.state as "planned" | "doing" | "done" | "dropped",
    stateChangedAt: row.stateChangedAt,
    private: row.private,
    bets: (row.bets ?? []).map(presentBet),
    version: row.version,
    can: { edit: mayEditInitiative(viewer, row) },
  };
}

/** The bets of a row as they were asked. */
export function betFacts({ bets }: Pick<InitiativeRow, "bets">): BetFacts[] {
  return (bets ?? []).map(({ keyResultId, expectedMove }) => {
    return { keyResultId, expectedMove: plainOrNull(expectedMove) };
  });
}

function presentBet(bet: BetColumns) {
  const isNumber = movesByNumber(bet.type);
  const from = isNumber ? plainOrNull(bet.reportedBefore ?? bet.startValue) : null;
  const now = isNumber ? plainOrNull(bet.currentValue) : null;
  return {
    keyResult: { id: bet.keyResultId, title: bet.title, unit: bet.unit, decimals: bet.decimals },
    objective: { id: bet.objectiveId, title: bet.objectiveTitle },
    expectedMove: plainOrNull(bet.expectedMove),
    from,
    now,
    target: plainOrNull(bet.targetValue),
    moved: moved(from, now),
    progress: plainOrNull(bet.progress),
  };
}

function plainOrNull(value: string | null): string | null {
  return value === null ? null : plain(value);
}
