import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Cell, FixedCells, Group } from "../cells.ts";
import type { TeamRow } from "../groupings.ts";
import type { Limits } from "../limits.ts";
import type { QuestionKey } from "../question.ts";

/** A grouping that may be shown, with what its readers are told of it. */
export type KeptCell = Cell & { level: number };

type State = "open" | "counting" | "closed" | "withdrawn";

function pulses(tx: Tx) {
  return tx.db
    .selectFrom("pulse as p")
    .select(["p.id", "p.opens_at as opensAt", "p.closes_at as closesAt", "p.confidential"])
    .select(["p.answers", "p.comments", "p.crowd", "p.body_hash"])
    .select((e) => [
      e.ref("p.state").$castTo<State>().as("state"),
      e.ref("p.questions").$castTo<QuestionKey[]>().as("questions"),
      e.ref("p.cells").$castTo<KeptCell[]>().as("cells"),
      e.ref("p.withheld").$castTo<FixedCells["withheld"]>().as("withheld"),
      e.ref("p.turnout").$castTo<Record<string, number> | null>().as("turnout"),
      e.ref("p.comment_cells").$castTo<string[] | null>().as("commentCells"),
      e
        .selectFrom("pulse_invited as i")
        .select((i) => i.fn.countAll<number>().as("n"))
        .whereRef("i.organisation_id", "=", "p.organisation_id")
        .whereRef("i.pulse_id", "=", "p.id")
        .$asScalar()
        .$castTo<number>()
        .as("asked"),
    ])
    .where("p.organisation_id", "=", tx.organisationId);
}

export type PulseRow = Awaited<ReturnType<typeof pulsesNewestFirst>>[number];

export function pulsesNewestFirst(tx: Tx, limit: number) {
  return pulses(tx).orderBy("p.closes_at", "desc").orderBy("p.id", "desc").limit(limit).execute();
}

export function pulseById(tx: Tx, id: string) {
  return pulses(tx).where("p.id", "=", id).executeTakeFirst();
}

/** Its state, held against whoever closes it until the transaction ends; `share` where several may hold it. */
export function holdPulse(tx: Tx, id: string, how: "alone" | "share") {
  const query = tx.db
    .selectFrom("pulse")
    .select(["opens_at as opensAt", "closes_at as closesAt"])
    .select((e) => [
      e.ref("state").$castTo<State>().as("state"),
      e.ref("questions").$castTo<QuestionKey[]>().as("questions"),
    ])
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id);
  return (how === "alone" ? query.forUpdate() : query.forShare()).executeTakeFirst();
}

/** The one that is not over, planned ones among them. */
export function pulseUnderWay(tx: Tx) {
  return pulses(tx).where("p.state", "in", ["open", "counting"]).executeTakeFirst();
}

/** Pulses whose time is over and that nobody closed. */
export async function pulsesOverdue(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom("pulse")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("state", "in", ["open", "counting"])
    .where("closes_at", "<=", tx.now.toString())
    .execute();
  return rows.map(({ id }) => id);
}

export interface NewPulse {
  id: string;
  questions: string[];
  opensAt: string;
  closesAt: string;
  confidential: boolean;
  limits: Limits;
  cells: KeptCell[];
  groups: readonly Group[];
  withheld: FixedCells["withheld"];
  launchedBy: string;
  bodyHash: Buffer;
}

/** False where the id is taken or another one is under way. */
export async function addPulse(tx: Tx, pulse: NewPulse): Promise<boolean> {
  const { limits, groups } = pulse;
  const added = await tx.db
    .insertInto("pulse")
    .values({
      organisation_id: tx.organisationId,
      id: pulse.id,
      questions: pulse.questions,
      opens_at: pulse.opensAt,
      closes_at: pulse.closesAt,
      confidential: pulse.confidential,
      ...limits,
      cells: JSON.stringify(pulse.cells),
      withheld: JSON.stringify(pulse.withheld),
      launched_by: pulse.launchedBy,
      body_hash: pulse.bodyHash,
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) return false;
  const invited = groups.flatMap(({ id, memberIds }) => memberIds.map((member_id) => ({ member_id, group_id: id })));
  await sql`
    insert into pulse_invited (organisation_id, pulse_id, member_id, group_id)
    select ${tx.organisationId}, ${pulse.id}, i.member_id, i.group_id
    from json_to_recordset(${JSON.stringify(invited)}::json) as i (member_id uuid, group_id text)`.execute(tx.db);
  return true;
}

export async function setPulseState(
  tx: Tx,
  id: string,
  state: "counting" | "withdrawn",
  closesAt: string,
): Promise<void> {
  await tx.db
    .updateTable("pulse")
    .set({ state, closes_at: closesAt })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Members who are here and may be asked, and the teams with who is directly in them. */
export async function whoMayBeAsked(tx: Tx): Promise<{ memberIds: string[]; teams: TeamRow[] }> {
  const members = await tx.db
    .selectFrom("member")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("deactivated_at", "is", null)
    .where("role", "<>", "guest")
    .orderBy("id")
    .execute();
  const { rows: teams } = await sql<TeamRow>`
    select t.id, t.parent_id as "parentId",
      array(select tm.member_id::text from team_member tm
             where tm.organisation_id = t.organisation_id and tm.team_id = t.id order by tm.member_id) as "memberIds"
    from team t where t.organisation_id = ${tx.organisationId} order by t.id`.execute(tx.db);
  return { memberIds: members.map(({ id }) => id), teams };
}

/** The group that the member's answer is kept with; undefined where they were not asked. */
export async function groupOf(tx: Tx, pulseId: string, memberId: string): Promise<string | undefined> {
  const invited = await tx.db
    .selectFrom("pulse_invited")
    .select("group_id")
    .where("organisation_id", "=", tx.organisationId)
    .where("pulse_id", "=", pulseId)
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return invited?.group_id;
}

/** How many of each group were asked. */
export async function askedPerGroup(tx: Tx, pulseId: string): Promise<Map<string, number>> {
  const rows = await tx.db
    .selectFrom("pulse_invited")
    .select((e) => ["group_id as group", e.fn.countAll<number>().as("asked")])
    .where("organisation_id", "=", tx.organisationId)
    .where("pulse_id", "=", pulseId)
    .groupBy("group_id")
    .execute();
  return new Map(rows.map(({ group, asked }) => [group, asked]));
}

/** What teams are called today. */
export async function teamNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom("team")
    .select(["id", "name"])
    .where("organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Every cycle, and which day it is where the organisation is. */
export async function cyclesToday(tx: Tx) {
  const cycles = await tx.db
    .selectFrom("cycle")
    .select(["id", "state as cycleState", "starts_on as startsOn", "ends_on as endsOn"])
    .where("organisation_id", "=", tx.organisationId)
    .execute();
  const { time_zone } = await tx.db
    .selectFrom("organisation")
    .select("time_zone")
    .where("organisation_id", "=", tx.organisationId)
    .executeTakeFirstOrThrow();
  return { cycles, today: tx.now.toZonedDateTimeISO(time_zone).toPlainDate().toString() };
}
