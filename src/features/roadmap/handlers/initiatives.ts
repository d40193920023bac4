import { anUuid, cursorOf, pageFrom, valuesOf } from "../../../platform/cursor.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { RequestContext, Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { makeFindable, ownerProblems, removeFindable, wordRanges } from "../../okrs/public.ts";
import { roadmap as contract } from "../contract.ts";
import {
  type BetFacts,
  betsChanged,
  initiativeChanged,
  initiativeCreated,
  initiativeRemoved,
  initiativeStateChanged,
} from "../events.ts";
import { mayEditInitiative, mayPlanInitiative } from "../permissions.ts";
import { betRefusals, dateRefusals } from "../planning.ts";
import { betFacts, presentInitiative } from "../presented.ts";
import {
  addInitiative,
  changeInitiative,
  type InitiativeBody,
  initiativeForChange,
  initiativesListed,
  initiativeVisible,
  isThere,
  keyResultsSeen,
  known,
  removeInitiative,
  writeBets,
} from "../queries/initiatives.ts";

const os = keeps(contract).initiatives;

export const initiatives = os.router({
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      const words = wordRanges(input.q ?? "");
      const wanted = { ...input, words, after: valuesOf(input.after, aPosition, anUuid) };
      const asksNothing = Boolean(input.q) && words.length === 0;
      const rows = asksNothing ? [] : await initiativesListed(tx, viewer, wanted);
      if (rows.length === 0 && !(await isThere(tx, viewer, wanted))) throw notFound();
      const { items, next } = pageFrom(rows, input.limit, ({ position, id }) => cursorOf(position, id));
      return {
        items: items.map((row) => presentInitiative(row, viewer)),
        next,
        can: { create: mayPlanInitiative(viewer, { ownerId: viewer.memberId, teamId: null }) },
      };
    }),
  ),

  get: os.get.handler(({ input, context }) => context.read((tx) => readInitiative(tx, context, input.id))),

  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      await createInitiative(tx, context.viewer, input);
      return readInitiative(tx, context, input.id);
    }),
  ),

  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      await changeInitiativeAsAsked(tx, context.viewer, input);
      return readInitiative(tx, context, input.id);
    }),
  ),

  setState: os.setState.handler(({ input, context }) =>
    context.write(async (tx) => {
      await changeInitiativeState(tx, context.viewer, input);
      return readInitiative(tx, context, input.id);
    }),
  ),

  setBets: os.setBets.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, version, bets } = input;
      const before = await initiativeToChange(tx, context.viewer, id);
      const were = betFacts(before);
      sameVersion({ ...before, bets: were }, version, { bets });
      await mustBeBettable(tx, context.viewer, bets, { ...before, already: were });
      if (Object.keys(changesBetween({ bets: were }, { bets })).length === 0) {
        return presentInitiative(before, context.viewer);
      }
      await writeBets(tx, id, bets);
      await changeInitiative(tx, id, {});
      await tx.record(betsChanged(id, were, bets, visibleTo(before)));
      return readInitiative(tx, context, id);
    }),
  ),

  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      await removeInitiativeAsAsked(tx, context.viewer, input.id);
      return { done: true as const };
    }),
  ),
});

/** Removes an initiative with its bets. Refuses what the viewer may not change. */
export async function removeInitiativeAsAsked(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  const before = await initiativeToChange(tx, viewer, id);
  await removeFindable(tx, id);
  await removeInitiative(tx, id);
  await tx.record(initiativeRemoved(id, before.title, visibleTo(before)));
}

/** Plans an initiative; the same again changes nothing. Refuses what the viewer may not plan, or not like this. */
export async function createInitiative(tx: Tx, viewer: Viewer, { id, ...asked }: Asked & { id: string }) {
  const hash = bodyHash(asked);
  const earlier = await initiativeVisible(tx, viewer, id);
  if (earlier) {
    sameCreate(earlier, hash);
    return;
  }
  const { bets, ...body } = await decided(tx, viewer, asked);
  if (!(await addInitiative(tx, { ...body, id, bodyHash: hash }))) {
    sameCreate(await initiativeVisible(tx, viewer, id), hash);
    return;
  }
  await writeBets(tx, id, bets);
  await makeFindable(tx, titled(id, body.title));
  const { private: hidden, ...facts } = body;
  await tx.record(initiativeCreated(id, { ...facts, bets }, hidden ? body.ownerId : null));
}

/** Changes the named fields; refuses a version that is not the latest with 409. */
export async function changeInitiativeAsAsked(
  tx: Tx,
  viewer: Viewer,
  { id, version, ...wanted }: InitiativeBody & { id: string; version: number },
): Promise<void> {
  const before = await initiativeToChange(tx, viewer, id);
  sameVersion(before, version, wanted);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return;
  await mustBecome(tx, viewer, before, wanted);
  await changeInitiative(tx, id, wanted);
  if (wanted.title) await makeFindable(tx, titled(id, wanted.title));
  const stays = before.private && wanted.private !== false;
  await tx.record(initiativeChanged(id, changes, stays ? before.ownerId : null));
}

export async function changeInitiativeState(
  tx: Tx,
  viewer: Viewer,
  { id, version, state }: { id: string; version: number; state: string },
): Promise<void> {
  const before = await initiativeToChange(tx, viewer, id);
  if (before.state === state) return;
  sameVersion(before, version, { state });
  await changeInitiative(tx, id, { state });
  await tx.record(initiativeStateChanged(id, before.state, state, visibleTo(before)));
}

/** Found by its words; who may find it is asked of the row itself. */
function titled(id: string, title: string) {
  return { kind: "initiative", id, title, objectiveId: null };
}

/** A day, or the end of all days for what has no dates. */
const aPosition = /^(\d{4}-\d\d-\d\d|infinity)$/;

export async function readInitiative(tx: Tx, context: RequestContext, id: string) {
  const row = await initiativeVisible(tx, context.viewer, id);
  if (!row) throw notFound();
  return presentInitiative(row, context.viewer);
}

/** An initiative that is there and the viewer's to change. */
export async function initiativeToChange(tx: Tx, viewer: Viewer, id: string) {
  const row = await initiativeForChange(tx, viewer, id);
  if (!row) throw notFound();
  if (!mayEditInitiative(viewer, row)) {
    throw notAllowed("Ask its owner, its team, a champion or the owner of the organisation.");
  }
  return row;
}

function visibleTo({ private: hidden, ownerId }: { private: boolean; ownerId: string | null }): string | null {
  return hidden ? ownerId : null;
}

interface Asked extends Required<Omit<InitiativeBody, "private">> {
  state: string;
  bets: BetFacts[];
  private?: boolean;
}

/** What is made of what was asked: private where it bets on what is, and then its maker's. */
async function decided(tx: Tx, viewer: Viewer, asked: Asked) {
  const seen = await keyResultsSeen(tx, viewer, asked.bets);
  const hidden = asked.private ?? seen.some((each) => each.private);
  const body = { ...asked, private: hidden, ownerId: hidden ? (asked.ownerId ?? viewer.memberId) : asked.ownerId };
  if (!mayPlanInitiative(viewer, body)) {
    throw notAllowed("Make it yours or your team's, or ask its team, a champion or the owner of the organisation.");
  }
  await mustBeThere(tx, body);
  const wrong = [...dateRefusals(body), ...betRefusals(body.bets, seen, body)];
  if (hidden && body.ownerId !== viewer.memberId) wrong.push(ownersAlone);
  if (wrong.length > 0) throw refused(...wrong);
  return body;
}

/** Refuses a change that cannot be; `before` may be the viewer's to edit and the new team not theirs to plan for. */
async function mustBecome(tx: Tx, viewer: Viewer, before: InitiativeBefore, wanted: InitiativeBody) {
  const after = { ...before, ...defined(wanted) };
  if (wanted.teamId && wanted.teamId !== before.teamId && !mayPlanInitiative(viewer, after)) {
    throw notAllowed("Ask that team, a champion or the owner of the organisation to take it on.");
  }
  await mustBeThere(tx, {
    ownerId: wanted.ownerId === before.ownerId ? undefined : wanted.ownerId,
    teamId: wanted.teamId,
  });
  const bets = betFacts(before);
  const shown = before.private && !after.private ? await keyResultsSeen(tx, viewer, bets) : null;
  const wrong = [...dateRefusals(after), ...(shown ? betRefusals(bets, shown, after, bets) : [])];
  if (after.private && after.ownerId !== viewer.memberId) wrong.push(ownersAlone);
  if (wrong.length > 0) throw refused(...wrong);
}

type InitiativeBefore = Awaited<ReturnType<typeof initiativeToChange>>;

function defined<T extends object>(wanted: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

interface Bet {
  private: boolean;
  already: BetFacts[];
}

async function mustBeBettable(tx: Tx, viewer: Viewer, bets: BetFacts[], before: Bet) {
  const wrong = betRefusals(bets, await keyResultsSeen(tx, viewer, bets), before, before.already);
  if (wrong.length > 0) throw refused(...wrong);
}

async function mustBeThere(tx: Tx, named: { ownerId?: string | null; teamId?: string | null }) {
  if (!named.ownerId && !named.teamId) return;
  const there = await known(tx, named);
  const todo = "Read the list again and choose one that is there.";
  const missing = [
    ...(named.ownerId ? ownerProblems(there.ownerRole) : []),
    ...(named.teamId && !there.team ? [{ field: "teamId", expected: "a team of the organisation", todo }] : []),
  ];
  if (missing.length > 0) throw refused(...missing);
}

const ownersAlone = {
  field: "ownerId",
  expected: "yourself, because the initiative is private",
  todo: "Leave the owner as it is, or show the initiative to everyone first.",
};
