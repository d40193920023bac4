/** Fills an organisation with one of everything, through the product's own operations. */
import { newId } from "../../src/platform/ids.ts";
import { furnishClosing } from "./furnish-closing.ts";
import { furnishPolicies } from "./furnish-policies.ts";
import { furnishWorkplace } from "./furnish-workplace.ts";
import type { Ask, House, Organisation } from "./house.ts";
import type { Ids } from "./inputs.ts";

/** Stands in every text that the walk's organisation wrote: what another organisation must never read. */
export const secret = "Nobody elsewhere reads this";

/** Sends and answers the body; anything but success fails the test with what was said. */
export async function told(ask: Ask, method: string, path: string, body?: unknown) {
  const answer = await ask(method, path, body);
  if (answer.status !== 200)
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** An active quarter around the tests' today. */
export async function activeCycle(ask: Ask, name = "Q1 2027"): Promise<string> {
  const id = newId();
  const { version } = await told(ask, "POST", "/cycles", {
    id,
    name,
    kind: "quarter",
    startsOn: "2027-01-04",
    endsOn: "2027-03-28",
  });
  await told(ask, "PUT", `/cycles/${id}/state`, { state: "active", version });
  return id;
}

/** Ids by the field that names them and by the noun of their path, for inputFor. */
export async function furnish(house: House, organisation: Organisation): Promise<Ids> {
  const { owner, member, team } = organisation;
  await told(owner.ask, "PUT", "/vision", { text: `${secret}: vision`, version: 0 });
  await told(owner.ask, "PUT", "/mission", { text: `${secret}: mission`, version: 0 });
  const [imperative, objective, parent, keyResult, healthMetric] = [newId(), newId(), newId(), newId(), newId()];
  const [support, checkIn, ask, invitation] = [newId(), newId(), newId(), newId()];
  const [learningObjective, emptyTeam] = [newId(), newId()];
  await told(owner.ask, "POST", "/imperatives", { id: imperative, statement: `${secret}: imperative` });
  const cycle = await activeCycle(owner.ask);
  const objectiveBody = { cycleId: cycle, why: secret, commitment: "committed" };
  await told(owner.ask, "POST", "/objectives", {
    ...objectiveBody,
    id: parent,
    title: `${secret}: company objective`,
    level: "company",
    ownerId: owner.id,
  });
  await told(owner.ask, "POST", "/objectives", {
    ...objectiveBody,
    id: objective,
    title: `${secret}: team objective`,
    level: "team",
    teamId: team.id,
    ownerId: member.id,
  });
  await told(owner.ask, "POST", "/objectives", {
    ...objectiveBody,
    id: learningObjective,
    title: `${secret}: learning objective`,
    level: "company",
    commitment: "learning",
  });
  await told(owner.ask, "POST", "/teams", { id: emptyTeam, name: `${secret}: empty team` });
  await told(owner.ask, "POST", `/objectives/${objective}/key-results`, {
    id: keyResult,
    title: `${secret}: key result`,
    ownerId: member.id,
    measure: { kind: "metric", start: "34", target: "55" },
    unit: "%",
  });
  await told(owner.ask, "POST", `/objectives/${objective}/health-metrics`, {
    id: healthMetric,
    title: `${secret}: health metric`,
    operator: "at-or-below",
    limit: "5",
  });
  await told(owner.ask, "POST", "/supports", {
    id: support,
    objectiveId: objective,
    parent: { kind: "objective", id: parent },
    mode: "contributes",
  });
  await told(owner.ask, "POST", "/supports", {
    id: newId(),
    objectiveId: parent,
    parent: { kind: "imperative", id: imperative },
    mode: "supports",
  });
  await told(member.ask, "POST", `/key-results/${keyResult}/check-ins`, {
    id: checkIn,
    value: "46",
    confidence: 7,
    whatChanged: secret,
    ask: { id: ask, toMemberId: owner.id, text: `${secret}: ask` },
  });
  await told(owner.ask, "POST", "/invitations", { id: invitation, email: "invited@example.test", role: "member" });
  const { rows } = await house.sql.query("select id from api_token where organisation_id = $1 and member_id = $2", [
    organisation.id,
    owner.id,
  ]);
  const more = {
    ...(await furnishWork(house, owner.ask, keyResult, objective)),
    ...(await furnishDependency(owner.ask, cycle, team.id, emptyTeam)),
    imports: await furnishImport(owner.ask),
    ...(await furnishClosing(organisation)),
    ...(await furnishPlan(organisation, cycle)),
    pulses: await furnishPulse(organisation),
    ...(await furnishWorkplace(organisation)),
    ...(await furnishPolicies(organisation, imperative)),
  };
  await house.feed.settled(organisation.id);
  return {
    cycles: cycle,
    cycleId: cycle,
    imperatives: imperative,
    objectives: objective,
    objectiveId: objective,
    keyResultId: keyResult,
    keyResultTitle: `${secret}: key result`,
    "key-results": keyResult,
    "health-metrics": healthMetric,
    supports: support,
    "check-ins": checkIn,
    asks: ask,
    members: member.id,
    memberId: member.id,
    ownerId: member.id,
    toMemberId: member.id,
    teams: team.id,
    teamId: team.id,
    invitations: invitation,
    tokens: rows[0].id,
    line: objective,
    learningObjective,
    emptyTeam,
    organisationName: organisation.name,
    ...more,
  };
}

/** What one team asks of another; still proposed. */
async function furnishDependency(ask: Ask, cycleId: string, fromTeamId: string, onTeamId: string): Promise<Ids> {
  const id = newId();
  const asked = { id, cycleId, fromTeamId, onTeamId, title: `${secret}: dependency`, dueOn: "2027-03-01" };
  await told(ask, "POST", "/dependencies", asked);
  return { dependencies: id, fromTeamId, onTeamId };
}

/** A plan in review, with a line of each kind, a comment and a template saved from it. */
async function furnishPlan({ owner, member, team }: Organisation, cycleId: string): Promise<Ids> {
  const [plan, objective, keyResult, initiative, comment, template] = Array.from({ length: 6 }, newId) as Six;
  await told(owner.ask, "POST", "/plans", { id: plan, cycleId, level: "team", teamId: team.id });
  await told(owner.ask, "POST", `/plans/${plan}/draft-objectives`, {
    id: objective,
    title: `${secret}: draft objective`,
    why: secret,
  });
  await told(owner.ask, "POST", `/draft-objectives/${objective}/draft-key-results`, {
    id: keyResult,
    title: `${secret}: draft key result`,
    ownerId: owner.id,
    measure: { kind: "metric", start: "67", target: "78" },
    unit: "%",
  });
  await told(owner.ask, "POST", `/plans/${plan}/draft-initiatives`, {
    id: initiative,
    title: `${secret}: draft initiative`,
    moves: [{ draftKeyResultId: keyResult, expectedMove: "4" }],
  });
  await told(owner.ask, "POST", "/comments", {
    id: comment,
    subjectKind: "plan",
    subjectId: plan,
    text: `${secret}: comment, <@${member.id}>`,
  });
  await told(owner.ask, "POST", "/objective-templates", { id: template, draftObjectiveId: objective });
  const { version } = await told(owner.ask, "GET", `/plans/${plan}`);
  const reviewed = { version, reviewerIds: [owner.id, member.id] };
  const inReview = await told(owner.ask, "PUT", `/plans/${plan}/review`, reviewed);
  return {
    plan,
    plans: plan,
    planId: plan,
    planVersion: String(inReview.version),
    subjectId: plan,
    reviewerId: member.id,
    "draft-objectives": objective,
    draftObjectiveId: objective,
    "draft-key-results": keyResult,
    draftKeyResultId: keyResult,
    "draft-initiatives": initiative,
    comments: comment,
    "objective-templates": template,
  };
}

type Six = [string, string, string, string, string, string];

/** An import that kept its only line aside. */
async function furnishImport(ask: Ask): Promise<string> {
  const id = newId();
  const content = Buffer.from(`${secret}: a line kept aside.\n`).toString("base64");
  await told(ask, "POST", "/imports", { id, fileName: `${secret}.md`, content });
  return id;
}

/** What the open pulse asks. */
export const aPulse = { questions: ["see-my-line"], closesAt: "2027-02-19T17:00:00Z" };

/** A pulse that is open, to which the member has answered. */
async function furnishPulse({ owner, member }: Organisation): Promise<string> {
  const id = newId();
  await told(owner.ask, "PATCH", "/pulse-settings", { version: 0, on: true });
  await told(owner.ask, "POST", "/pulses", { id, ...aPulse });
  const answers = [{ question: "see-my-line", answer: 4 }];
  await told(member.ask, "POST", `/pulses/${id}/answers`, { answers, comment: `${secret}: comment` });
  return id;
}

/** An initiative, one that was a key result, and two intentions, the second left over from the week before. */
async function furnishWork(house: House, ask: Ask, keyResultId: string, objectiveId: string): Promise<Ids> {
  const [initiative, intention, leftover] = [newId(), newId(), newId()];
  await told(ask, "POST", "/initiatives", { id: initiative, title: `${secret}: initiative`, bets: [{ keyResultId }] });
  await told(ask, "POST", "/intentions", { id: intention, text: `${secret}: intention`, keyResultId });
  await told(ask, "POST", "/intentions", { id: leftover, text: `${secret}: leftover`, keyResultId });
  await house.sql.query("update intention set week_of = week_of - 7 where id = $1", [leftover]);
  const [output, madeInitiative] = [newId(), newId()];
  const launched = { id: output, title: `${secret}: launch`, measure: { kind: "done" } };
  await told(ask, "POST", `/objectives/${objectiveId}/key-results`, launched);
  await told(ask, "PUT", `/initiatives/${madeInitiative}/origin`, { keyResultId: output, version: 1 });
  return { initiatives: initiative, initiativeId: initiative, intentions: intention, leftover, madeInitiative };
}

/** A sum over every row of the organisation, table by table; the last use of a token and the readers' marks left out. */
export async function tableSums(house: House, organisationId: string): Promise<Record<string, string>> {
  const { rows: tables } = await house.sql.query(
    "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('throughline_migration', 'event_reader', 'api_token') order by 1",
  );
  const parts = tables.map(
    ({ relname }) =>
      `select '${relname}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum from "${relname}" t where organisation_id = $1`,
  );
  const { rows } = await house.sql.query(parts.join(" union all "), [organisationId]);
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
