import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { closing } from "../contract.ts";
import { noteWritten, retrospectiveFact } from "../events.ts";
import { mayLeadRetrospective, maySeeRetrospective, mayWriteRetrospective } from "../permissions.ts";
import { cycleOf } from "../queries/objectives.ts";
import {
  addRetrospective,
  notesOf,
  openRetrospective,
  organisationZone,
  type RetrospectiveRow,
  retrospectiveFor,
  retrospectiveOf,
  retrospectivesOf,
  teamOf,
  teamsAbove,
  teamsInCycle,
  writeNote,
} from "../queries/retrospectives.ts";
import { isOpen, together } from "../retrospective.ts";
import { named } from "./presenting.ts";

const os = keeps(closing).retrospectives;

export const retrospectives = {
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      if (!(await cycleOf(tx, input.cycleId))) throw notFound();
      const all = await retrospectivesOf(tx, input.cycleId, await circleOf(tx, viewer));
      const taken = new Set(all.map(({ teamId }) => teamId));
      const places = [{ id: null, name: "" }, ...(await teamsInCycle(tx, input.cycleId))];
      const free = places.filter(({ id }) => !taken.has(id) && mayLeadRetrospective(viewer, id));
      return {
        items: all.filter((row) => maySeeRetrospective(viewer, row)).map((row) => presentRow(tx, viewer, row)),
        mayStart: free.map(({ id, name }) => ({ team: named(id, name) })),
      };
    }),
  ),

  get: os.get.handler(({ input, context }) => context.read((tx) => readRetrospective(tx, context.viewer, input.id))),

  start: os.start.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const { id, ...body } = input;
      const hash = bodyHash(body);
      const already = await retrospectiveOf(tx, id, []);
      if (already) sameCreate(already, hash);
      else await begin(tx, viewer, { id, ...body }, hash);
      return readRetrospective(tx, viewer, id);
    }),
  ),

  write: os.write.handler(({ input: { id, version, ...words }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const row = await toChange(tx, viewer, id);
      if (!mayWriteRetrospective(viewer, row)) throw notAllowed("The people of the team write in it.");
      const [before] = await notesOf(tx, id, viewer.memberId);
      sameVersion({ ...before, version: before?.version ?? 0 }, version, words);
      if (isOpen(row, tx.now.epochMilliseconds)) throw refused(openedAlready);
      if (`${words.helped}${words.hindered}${words.tries}`.trim() === "" && !before) throw refused(nothingSaid);
      await writeNote(tx, id, viewer.memberId, words);
      await tx.record(noteWritten(id, viewer.memberId));
      return readRetrospective(tx, viewer, id);
    }),
  ),

  open: os.open.handler(({ input: { id }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const row = await toChange(tx, viewer, id);
      if (!mayLeadRetrospective(viewer, row.teamId)) throw notAllowed(whoLeads);
      if (!isOpen(row, tx.now.epochMilliseconds)) {
        await openRetrospective(tx, id);
        const { teamId, named: isNamed } = row;
        const facts = { retrospectiveId: id, teamId, named: isNamed };
        await tx.record(retrospectiveFact("retrospective-opened", row.cycleId, facts));
      }
      return readRetrospective(tx, viewer, id);
    }),
  ),
};

const whoLeads = "Ask the lead of the team, a champion or the owner of the organisation.";

interface Beginning {
  id: string;
  cycleId: string;
  teamId: string | null;
  named: boolean;
  opensOn: string | null;
}

async function begin(tx: Tx, viewer: Viewer, { opensOn, ...asked }: Beginning, hash: Buffer): Promise<void> {
  const { id, cycleId, teamId } = asked;
  const cycle = await cycleOf(tx, cycleId);
  const todo = "Read the list again and choose one that is there.";
  if (!cycle) throw refused({ field: "cycleId", expected: "a cycle of the organisation", todo });
  if (teamId !== null && !(await teamOf(tx, teamId))) {
    throw refused({ field: "teamId", expected: "a team of the organisation", todo });
  }
  if (!mayLeadRetrospective(viewer, teamId)) throw notAllowed(whoLeads);
  const opensAt = opensOn && (await openingTime(tx, opensOn));
  if (opensAt && Date.parse(opensAt) <= tx.now.epochMilliseconds) throw refused(opensTooEarly);
  const added = await addRetrospective(tx, { ...asked, opensAt, memberId: viewer.memberId, bodyHash: hash });
  if (!added) {
    const there = await retrospectiveFor(tx, cycleId, teamId);
    const made = "There is one already: write in it.";
    throw conflict({ todo: made, yours: id, theirs: there?.id }, "This retrospective was started already.");
  }
  const facts = { retrospectiveId: id, teamId, named: asked.named };
  await tx.record(retrospectiveFact("retrospective-started", cycleId, facts));
}

/** 17:00 on that day by the organisation's clock. */
async function openingTime(tx: Tx, day: string): Promise<string> {
  const timeZone = await organisationZone(tx);
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: "17:00" }).toInstant().toString();
}

const opensTooEarly = {
  field: "opensOn",
  expected: "a day that is still to come",
  todo: "Choose a later day, or leave it out and open it when everybody wrote.",
};
const openedAlready = {
  field: "id",
  expected: "a retrospective that is not open yet",
  todo: "Everybody reads it together now: say it to them.",
};
const nothingSaid = {
  field: "helped",
  expected: "what helped, what hindered or what you would try",
  todo: "Write at least one of them.",
};

/** The viewer's teams with those above them: what the people of a team below take part in too. */
function circleOf(tx: Tx, viewer: Viewer): Promise<string[]> {
  return teamsAbove(tx, [...viewer.teams, ...viewer.leads]);
}

async function toChange(tx: Tx, viewer: Viewer, id: string) {
  const row = await retrospectiveOf(tx, id, await circleOf(tx, viewer), true);
  if (!row || !maySeeRetrospective(viewer, row)) throw notFound();
  return row;
}

async function readRetrospective(tx: Tx, viewer: Viewer, id: string) {
  const row = await retrospectiveOf(tx, id, await circleOf(tx, viewer));
  if (!row || !maySeeRetrospective(viewer, row)) throw notFound();
  const isRead = isOpen(row, tx.now.epochMilliseconds);
  const notes = await notesOf(tx, id, isRead ? undefined : viewer.memberId);
  const mine = notes.find(({ memberId }) => memberId === viewer.memberId);
  return {
    ...presentRow(tx, viewer, row),
    mine: mine ? { helped: mine.helped, hindered: mine.hindered, tries: mine.tries, version: mine.version } : null,
    together: isRead ? together(notes, row.named) : null,
  };
}

function presentRow(tx: Tx, viewer: Viewer, row: RetrospectiveRow) {
  const open = isOpen(row, tx.now.epochMilliseconds);
  return {
    id: row.id,
    cycle: { id: row.cycleId, name: row.cycleName },
    team: named(row.teamId, row.teamName),
    named: row.named,
    isOpen: open,
    opensAt: row.opensAt,
    openedAt: row.openedAt,
    written: row.written,
    version: row.version,
    can: {
      write: mayWriteRetrospective(viewer, row) && !open,
      open: mayLeadRetrospective(viewer, row.teamId) && !open,
      read: open,
    },
  };
}
