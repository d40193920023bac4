/**
 * The world that the API's examples tell of: Osier, which makes software for clinics, on Tuesday 16 February 2027.
 * Shapes come from the contract; here stand the words and figures alone, each once for every operation that says it.
 */
import { evidenceWords } from "./examples-of-evidence.ts";
import { coach, withWords } from "./features/coach/public.ts";
import { type ExampleWorld, exampleId, leftOut } from "./platform/http/examples.ts";

const now = "2027-02-16T09:12:00Z";
const goal = "Clinics that finish setup unaided";
const setup = "A clinic is up and running without talking to us";
const firstWeek = "New clinics feel at home in their first week";
const vision = "Every independent clinic has time to care.";
const mission = "We take the admin out of running a clinic, so clinicians spend the day with patients.";
const because = {
  rule: "gap",
  ...{ progress: "0.5714", expected: "0.5181", goalShare: "1" },
  ...{ gap: "-0.0533", onTrackUpTo: "0.05", atRiskUpTo: "0.25" },
};
const heading = { checkIns: 6, middle: "54", range50: { low: "52", high: "56" }, range80: { low: "49", high: "58" } };
const byForecast = {
  rule: "forecast",
  ...{ checkIns: 6, middle: "54", low: "49", high: "58", goal: "55" },
  ...{ progress: "0.9524", short: "0.0476", onTrackUpTo: "0.05" },
};
/** From the objective up to its imperative. */
const toTheTop = [
  { kind: "objective", id: exampleId("objective"), title: setup },
  { kind: "objective", id: exampleId("parent"), title: firstWeek },
  { kind: "imperative", id: exampleId("imperative"), title: "Win the first week" },
];
const weekBefore = {
  status: "at-risk",
  proposed: { status: "at-risk", targetReached: false, because: { ...because, progress: "0.4286", gap: "0.0895" } },
  ...{ overrule: null, end: null },
};
const word = {
  status: "at-risk",
  reason: "Two of our three testers are away.",
  memberId: exampleId("member"),
  at: now,
};
const reopened = "The queue it waited for is ready.";
const whatWeLearned = "Clinics finish when somebody else has shown them how.";
const calls = { kind: "metric", start: "40", target: "10", operator: null, unit: null };
const [one, no] = [1, 0].map((create) => ({ create, changed: 0, unchanged: 0, already: 0 }));
const sheet = "Objective,Key result,Owner,Start,Target\nMornings are calm,Calls before nine,Tom L.,40,10\n";

/** Of members, teams and signing in. */
const people = {
  ...{ name: "Inês Carvalho", email: "ines.carvalho@osier.example", place: "Lisbon", timeZone: "Europe/Lisbon" },
  ...{ role: "member", search: "carv", deactivated: "false", deactivatedAt: null, reactivate: false },
  ...{ giveRole: "champion", "member.lead.name": "Onboarding", "member.lead.id": exampleId("team") },
  workingHours: { "1": ["09:00", "17:30"], "2": ["09:00", "17:30"], "4": ["09:00", "17:30"] },
  organisation: "Osier",
  ...{ "organisation.name": "Osier", weekStartsOn: 1, fiscalYearStartMonth: 1, demo: false },
  ...{ "people.members.list.team": exampleId("team"), "team.name": "Onboarding", "path.name": "Product" },
  ...{ "team.lead.name": "Inês Carvalho", "team.member.name": "Priya Raghavan", "team.member.place": "Bengaluru" },
  "team.member.id": exampleId("Priya"),
  ...{ "team.member.timeZone": "Asia/Kolkata", "team.members": 6, membersWithBelow: 6 },
  "team.counts": { members: 62, guests: 2 },
  ...{ "to.name": "Marcus Chen", "from.name": "Priya Raghavan", "invitedBy.name": "Hanna Vogel" },
  ...{ "invitation.name": "Arjun Nair", "invitation.email": "arjun.nair@osier.example", inviter: "Hanna Vogel" },
  ...{ "invitation.member.name": "Arjun Nair", "invitation.member.email": "arjun.nair@osier.example" },
  "invitation.member.id": exampleId("Arjun"),
  ...{ "invitation.timeZone": "Asia/Kolkata", "invitation.closed": "false", team: "Onboarding" },
  "invitation.expiresAt": "2027-03-02T09:12:00Z",
  link: "https://okrs.osier.example/invitation#AZUaPE0SdaS8nUXhHbBq9w.5mYkV1qZ8c0tQm3hJrXn2aBvL7sWpD4eFgU6iKo9RyE",
  secret: "AZUaPE0SdaS8nUXhHbBq9w.5mYkV1qZ8c0tQm3hJrXn2aBvL7sWpD4eFgU6iKo9RyE",
  "firstRun.owner": {
    ...{ name: "Hanna Vogel", email: "hanna.vogel@osier.example", password: "a calm sentence before nine" },
  },
  "firstRun.secret": "fV2cQ9sLw3Kz8TnB1rXe5YhM",
  "passwordReset.token": "Qm3hJrXn2aBvL7sWpD4eFgU6",
  ...{ password: "a calm sentence before nine", "password.current": "the sentence before this one" },
  ...{ "token.name": "Weekly numbers", days: 90, expiresAt: "2027-05-17T09:12:00Z", revokedAt: null },
  "token.member.name": "Inês Carvalho",
  "token.token": "tl_AZUaPE0SdaS8nUXhHbBq9w_5mYkV1qZ8c0tQm3hJrXn2aBvL7sWpD4eFgU6iKo9RyE",
  ...{ "session.id": "k8Qz4mWc1xTn", ip: "192.0.2.17", ended: 2 },
  ...{ scope: ["read", "write", "manage"], "token.scope": ["read"] },
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  ...{ startedAt: "2027-02-01T08:04:00Z", endsAt: "2027-03-03T08:04:00Z" },
};

/** Of the line from the vision to a key result. */
const line = {
  ...{ vision, "vision.text": vision, mission, "mission.text": mission },
  ...{ imperative: "Win the first week", statement: "Win the first week", priorityShare: "30", horizon: "2029" },
  "imperative.why": "A clinic that takes a live booking in week one stays more than twice as long.",
  ...{ archived: "false", archivedAt: null },
  ...{ "cycle.name": "Q1 2027", startsOn: "2027-01-04", endsOn: "2027-03-28", "cycle.kind": "quarter" },
  ...{ "cycle.state": "active", "cycle.nextState": "closing", "cycle.parentId": null },
  rhythm: { weeks: 1, day: 3, time: "17:00" },
  where: { day: 44, days: 84, week: 7, weeks: 12, daysLeft: 40 },
  ...{ week: 7, weeks: 12, daysLeft: 40, nextDueOn: "2027-02-17" },
  ...{ title: setup, why: "Every call we take in setup is a question the product should have answered." },
  ...{ level: "team", private: false, upkeep: false, energy: "65", state: "open", stateReason: "" },
  ...{ learned: null, "okrs.objectives.setLearned.learned": "validated", progress: "0.5714", expected: "0.5181" },
  ...{ status: "on-track", targetReached: false, because, overrule: null, end: null, advice: [], everything: false },
  ...{ "proposed.because": because, reason: "The baseline was wrong.", q: "setup" },
  ...{ rank: 1, keyResultCount: 3, objectiveCount: 15, weight: "1", mode: "contributes" },
  ...{ "keyResult.title": goal, "worstKeyResult.title": goal, unit: "%", decimals: 0, "keyResult.weight": "50" },
  ...{ start: "34", target: "55", current: "46", source: "Product data, weekly" },
  ...{ phasedTarget: [], "okrs.keyResults.changeTarget.phasedTarget": leftOut, targetChange: [] },
  ...{ forecast: { ...heading, chance: "0.38" }, disagreement: [], "keyResult.status.proposed.because": byForecast },
  ...{ firstConfidence: 6, lastConfidence: 7, checkInCount: 6, lowerIsBetter: false, aspirational: false },
  ...{ "firstParent.title": firstWeek, "parent.title": firstWeek },
  ...{ children: [], "objective.line": toTheTop.toReversed(), "lineOf.line.place": toTheTop, "map.link": [] },
  ...{ "objective.parent.id": exampleId("support"), "parent.objective.id": exampleId("parent") },
  ...{ "parent.objective.title": firstWeek, "parent.objective.level": "company", "parent.objective.team": null },
  "parent.objective.owner": { id: exampleId("Marcus"), name: "Marcus Chen" },
  "map.objective.under": { kind: "objective", id: exampleId("parent"), objectiveId: null },
  ...{ "okrs.objectives.setState.reason": reopened, "okrs.keyResults.setState.reason": reopened },
  ...{ "okrs.objectives.overruleStatus.reason": word.reason, "okrs.keyResults.overruleStatus.reason": word.reason },
  "okrs.objectives.overruleStatus.status": word.status,
  "okrs.keyResults.overruleStatus.status": word.status,
  "okrs.objectives.overruleStatus.status.status": word.status,
  "okrs.keyResults.overruleStatus.status.status": word.status,
  "okrs.objectives.overruleStatus.status.overrule": word,
  "okrs.keyResults.overruleStatus.status.overrule": word,
  ...{ "healthMetric.title": "Setup felt easy", operator: "at-or-above", limit: "55", "healthMetric.current": "57" },
  "healthMetric.value": "57",
};

/** What the coach says, as it says it. */
const webinar = "Launch onboarding webinar";
const ofGoal = coach(goal, {
  kind: "key-result",
  fields: { type: "metric", baseline: "34", target: "55", unit: "%", dataSource: "Product data, weekly" },
});
const coached = {
  "coach.read.text": [{ text: webinar }],
  "coach.read.item": [{ text: webinar, ...withWords(coach(webinar, { kind: "key-result" })) }],
  ...{ "read.kind": "key-result", language: leftOut, "read.sibling": leftOut },
  "keyResult.coach": { ...withWords(ofGoal), keptAsIs: false },
  ...{ "outcome.keyResults": 9, "outcome.outcomes": 7, "outcome.outputs": 1, "outcome.unsure": 1, "outcome.kept": 1 },
  ...{ "outcome.share": "0.7777777778", "outcome.team.name": "Onboarding", "outcome.team.id": exampleId("team") },
};

/** Of check-ins, initiatives and the week. */
const work = {
  ...{ value: "46", confidence: 7, milestonesDone: leftOut, "checkIn.done": leftOut },
  ...{ "cadence.checkIns.list.objectiveId": leftOut, "intention.initiativeId": leftOut },
  whatChanged: "The shorter form holds. Clinics under five staff now finish in one sitting.",
  blocker: "The insurance step still stops one clinic in six.",
  "ask.text": "Can it be optional for small clinics? Decision by Thursday.",
  "cadence.asks.close.reply": "Yes, for clinics under five staff. Logged as a decision.",
  ...{ reply: "", "ask.closed": false, closedAt: null, "cadence.asks.close.closedAt": now, editedAt: null },
  ...{ said: "under-way", "before.current": "43", "before.progress": "0.4286", "before.status": weekBefore },
  "before.forecast": { ...heading, middle: "51", range80: { low: "45", high: "57" }, chance: "0.2" },
  "after.status.proposed.because": byForecast,
  "objective.commitment": "committed",
  ...{ "initiative.title": "A setup form of one page", "initiative.state": "doing" },
  "bet.expectedMove": "12",
  ...{ "bet.from": "34", "bet.now": "46", "bet.moved": "12", "bet.target": "55" },
  ...{ "intention.text": "Try the short form with three clinics", doneAt: null, letGoAt: null, carriedFrom: null },
  ...{ weekOf: "2027-02-15", "tie.id": exampleId("keyResult"), "tie.title": goal },
  ...{ "focus.intentions.setDone.doneAt": now, "focus.intentions.letGo.letGoAt": now },
  ...{ "intention.leftover": [], leftover: [], "asks.text": "Can it be optional for small clinics?" },
  ...{ "today.dueCount": 1, "asks.count": 1, "line.missing": null, overdue: false },
  ...{ "map.objective.keyResults": 3, "below.count": 2, "objective.alsoUnder": [], notConnected: [] },
};

const name = "More clinics know our name";
const brand = { kind: "objective", id: exampleId("orphan"), title: name, objectiveId: null };
const growth = { id: exampleId("Growth"), name: "Growth" };
const shares = { linked: "83.9015151515", measurable: "95.652173913", resourced: "74.488636364", understood: null };
const [linkedShare, ofThis] = [shares.linked, "0.4666666667"];
const notYet = { of: "share", reads: null, weight: 25, counts: "0", value: null, numerator: "0", denominator: "1" };

/** Of how well the work serves the imperatives. */
const alignment = {
  ...{ "alignment.index": "83.1", "alignment.leaves": { all: 11, linked: 9, withoutEnergy: 0 } },
  "alignment.part": [
    {
      ...{ part: "linked", weight: 35, counts: ofThis, value: linkedShare, numerator: "44.3", denominator: "52.8" },
      ...{ of: "people", reads: null, leftOut: null },
    },
    { part: "understood", ...notYet, leftOut: "no-pulse" },
  ],
  "alignment.placed": [
    {
      ...{ on: exampleId("imperative"), title: "Win the first week", priority: "0.3", placed: "0.3939393939" },
      people: "20.8",
    },
  ],
  "alignment.history": [{ day: "2027-02-16", index: "83.1", parts: shares }],
  "alignment.count": [{ kind: "orphan", count: 2 }],
  "alignment.coverage.imperatives": { all: 4, without: 0 },
  "alignment.coverage.teams": { all: 15, without: 3 },
  "alignment.coverage.members": { all: 62, without: 14 },
  ...{ subject: [{ ...brand, team: growth }], more: 0, people: "4", "alignment.can.state": [], "gaps.can.state": [] },
  ...{ values: { beneath: 0, likeness: null, teamsAbove: null }, "alignment.kind": "orphan" },
  ...{ "alignment.title": name, "alignment.team": growth, "alignment.counts": false, "alignment.energy": "40" },
  ...{ "alignment.people": "4", "alignment.missing": null, "alignment.reache": [], "alignment.on": "unlinked" },
  ...{
    "alignment.members": 10,
    "alignment.sum": "90",
    "alignment.left": "10",
    "alignment.limit": "100",
    "alignment.advice": null,
  },
  ...{
    "alignment.team": growth,
    "alignment.objective": [
      {
        id: brand.id,
        title: name,
        energy: "40",
        people: "4",
        upkeep: false,
        reaches: false,
        version: 3,
        can: { edit: true },
      },
    ],
  },
  ...{ "dependency.title": "A queue for files over 5,000 rows", dueOn: "2027-03-05", "dependency.state": "proposed" },
  ...{ "dependency.from": { id: exampleId("team"), name: "Onboarding" }, "dependency.reason": "" },
  ...{
    "dependency.on": { id: exampleId("Platform"), name: "Platform" },
    stateAt: now,
    askFor: null,
    "dependency.count": 1,
  },
  ...{ "dependency.can.state": ["accepted", "declined"], "dependency.objective.title": setup },
  ...{ "alignment.dependencies.setState.state": "accepted" },
};

/** Of how a cycle ends. */
const ending = {
  ...{ "waiting.objectives": 1, "waiting.keyResults": 2, "team.objective.keyResults": 3, graded: 2, openAsks: 1 },
  ...{ open: 4, endValue: "46", exactly: "0.5714", suggested: "0.6", band: "middle", asExpected: false },
  ...{ targets: { kind: "metric", target: "55" }, score: "0.6", outcome: null, "keyResult.before": [] },
  ...{
    "grade.note": "",
    "closure.note": "",
    "objective.note": "",
    "group.objective.keyResult.note": "",
    "group.objective.learned": whatWeLearned,
  },
  ...{ "grade.learned": "", "closure.learned": whatWeLearned, "settledAsk.text": "Can it be optional?" },
  ...{ "helped.text": "Two clinics let us watch.", "hindered.text": "We asked too late.", "try.text": "Ask first." },
  ...{ next: "keep", word: "It goes on with the clinics that are still waiting." },
  ...{ settle: "leave", settled: "left", amendedAt: "2027-04-06T09:12:00Z" },
  "rollover.made": { objectives: 2, keyResults: 5, links: 3, asks: 1 },
  helped: "Two clinics let us watch.",
  hindered: "We asked for the insurance step too late.",
  tries: "Watch a clinic in the first week, not in the fifth.",
  ...{ written: 4, "retrospective.named": true, isOpen: false, openedAt: null, opensAt: null, opensOn: "2027-04-02" },
  ...{ undecided: 0, restart: "end-value", asksTarget: false, successorId: null, isStale: false },
  ...{ "totals.objectives": 15, high: 8, middle: 4, low: 2, validated: 0, invalidated: 0, ungraded: 1 },
  ...{ "totals.asExpected": 7, "totals.notYetObservable": 0, teamsLeftOut: 3, brier: "0.18", tooHopefulBy: "0.06" },
  ...{ "row.said": 9, reached: 6, "row.share": "0.6667", "everyone.said": 24, "confidence.said": 24 },
};

/** Of pulses. */
const pulses = {
  ...{
    "pulse.on": true,
    "pulse.confidential": "false",
    "pulse.answers": 5,
    "pulse.comments": 10,
    "pulse.crowd": 20,
    "pulse.levels": 2,
  },
  ...{
    "pulse.state": "closed",
    "engagement.pulse.mine.pulse.state": "open",
    "pulse.answered": false,
    "pulse.asked": 62,
  },
  ...{ "pulse.question": "see-my-line", "question.question": "see-my-line" },
  "question.text": "I can see how my work moves our strategy.",
  ...{
    "pulse.opensAt": "2027-02-08T09:00:00Z",
    "pulse.closesAt": "2027-02-12T17:00:00Z",
    "earlier.openedAt": "2027-01-11T09:00:00Z",
  },
  ...{ "cell.id": exampleId("team"), "cell.team.name": "Onboarding", "countsIn.id": exampleId("team") },
  ...{ "countsIn.team.name": "Onboarding", "withheld.team.name": "People", "withheld.why": "too-few" },
  ...{ "cell.level": 1, "countsIn.level": 1, "cell.asked": 6, "countsIn.asked": 6 },
  ...{
    "figure.cell": exampleId("team"),
    "tookPart.cell": exampleId("team"),
    "results.comment.cell": exampleId("team"),
  },
  ...{ reads: "exactly", "figure.share": "0.74", "tookPart.share": "0.85", "earlier.share": "0.66" },
  ...{ within: "0", answersFrom: 50, "figure.why": null, "tookPart.why": null },
  ...{ "answer.answer": 4, "pulse.comment": "Decisions in writing help those of us who start later." },
  ...{ "results.comment.text": ["Decisions in writing help those of us who start later."] },
  ...{
    violation: [],
  },
  ...{ "pulse.pulses": 8, "pulse.figures": 112, "pulse.violation": [] },
  "pulse.inWords": "No combination isolates a group under 5.",
};

/** Of plans and what is said about them. */
const comment = "Week 4 tells us about habit. Does it come too late to steer by?";
const comments = { open: 1, resolved: 6 };
const toTheDraft = [
  { kind: "imperative", id: exampleId("imperative"), title: "Win the first week", plan: null },
  { kind: "objective", id: exampleId("parent"), title: firstWeek, plan: null },
];
const planning = {
  ...{ plannedEnergy: "100", stated: "65", planned: "100", round: 1, stop: [], removed: false },
  ...Object.fromEntries(
    ["plan", "draftObjective", "draftKeyResult", "draftInitiative", "objectiveTemplate"].flatMap((noun) => [
      [`${noun}.state`, "in-review"],
      [`${noun}.cycle.name`, "Q2 2027"],
      [`${noun}.cycle.startsOn`, "2027-03-29"],
      [`${noun}.cycle.endsOn`, "2027-06-27"],
      [`${noun}.cycle.state`, "planning"],
      [`${noun}.owner`, null],
      [`${noun}.activated`, null],
      [`${noun}.removed`, []],
      [`${noun}.other`, []],
      [`${noun}.comments`, comments],
      [`${noun}.objective.line`, toTheDraft],
    ]),
  ),
  "objective.comments": comments,
  "keyResult.comments": { open: 0, resolved: 0 },
  "initiative.comments": { open: 0, resolved: 0 },
  ...{ "closes.at": "17:00", "closes.on": "2027-03-05", closesAt: "2027-03-05T17:00:00Z", keptAsIs: false },
  ...{ "whatWeKnow.now": "46", "whatWeKnow.start": "34", "whatWeKnow.target": "55", "whatWeKnow.title": goal },
  "whatWeKnow.heading": { middle: "54", range80: { low: "49", high: "58" } },
  ...{ "whatWeKnow.cycle.name": "Q1 2027", "objectiveTemplate.area": "own" },
  ...{ asked: 2, approved: 1, changes: 0, "move.expectedMove": "12", "move.title": goal },
  ...{
    "comment.text": comment,
    "plan.text": comment,
    "comment.author.name": "Jonas Weber",
    resolved: null,
    replyTo: null,
    changedAt: null,
    "reviewer.note": "",
    "plan.note": "",
  },
  "objective.text": comment,
  ...{ "comment.open": 1, "comment.resolved": 6, "plan.open": 1, "plan.resolved": 6 },
  ...{ "objective.open": 1, "objective.resolved": 6 },
};

/** Of what happened, and of files that are read. */
const record = {
  ...{ "history.kind": "check-in-recorded", "history.subject.kind": "key-result", via: "web" },
  ...{ "history.subject.id": exampleId("keyResult"), subjectId: exampleId("keyResult") },
  "history.facts": { value: ["43", "46"], confidence: [6, 7] },
  ...{ "audit.kind": "member-role-changed", "audit.subject.kind": "member", "audit.about": "member" },
  ...{ "audit.subject.id": exampleId("member"), "audit.actor": { id: exampleId("Hanna"), name: "Hanna Vogel" } },
  ...{ actorId: exampleId("Hanna"), "audit.names": { [exampleId("Hanna")]: "Hanna Vogel" } },
  "audit.facts": { role: ["member", "champion"] },
  ...{ names: { [exampleId("member")]: "Inês Carvalho" }, also: leftOut },
  ...{ "search.id": exampleId("objective"), "search.objectiveId": null },
  ...{ "search.kind": "objective", "search.q": "setup", phase: "reading", "demo.state": "making", share: 0.4 },
  ...{ fileName: "okrs-2027-q1.csv", content: Buffer.from(sheet).toString("base64"), importedBefore: null },
  ...{ "import.kind": "csv", "import.columns": leftOut, "import.edit": leftOut, "import.fix": leftOut },
  ...{ "import.members": { "Tom L.": exampleId("Tom") }, "import.teams": leftOut, "import.cycles": leftOut },
  ...{ "import.create": leftOut, rows: { objective: one, "key-result": one, initiative: no, "health-metric": no } },
  counts: { read: 2, understood: 2, guessed: 0, keptAside: 0 },
  undone: null,
  "import.column": [
    { header: "Objective", field: "objective", from: "known", example: "Mornings are calm", filled: 1 },
    { header: "Key result", field: "key-result", from: "known", example: "Calls before nine", filled: 1 },
    { header: "Owner", field: "owner", from: "known", example: "Tom L.", filled: 1 },
    { header: "Start", field: "start", from: "known", example: "40", filled: 1 },
    { header: "Target", field: "target", from: "known", example: "10", filled: 1 },
  ],
  tree: [
    { depth: 0, line: 2, kind: "objective", title: "Mornings are calm", action: "create", measure: null },
    { depth: 1, line: 2, kind: "key-result", title: "Calls before nine", action: "create", measure: calls },
  ],
  missing: { members: [], teams: [], cycles: [] },
  ...{ lookAt: [], lookAtLeftOut: 0, treeLeftOut: 0, withoutCycle: 1, keptAside: 0, "import.line": [], note: [] },
  made: { members: 0, teams: 0, cycles: 0 },
  ...{ goes: { objective: 1, "key-result": 1, initiative: 0, "health-metric": 0 }, stay: [] },
  publicAddress: "https://okrs.osier.example",
};

const ics =
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Calendar//EN\r\nBEGIN:VEVENT\r\nUID:1@example\r\nDTSTAMP:20270212T090000Z\r\nDTSTART;VALUE=DATE:20270218\r\nDTEND;VALUE=DATE:20270219\r\nSUMMARY:Home\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const lisbon = { id: exampleId("site"), name: "Lisbon" };
const tuesdayOut = { at: "office", siteId: exampleId("site") };
const myTuesday = [
  { day: "2027-02-16", at: "office", site: lisbon, holiday: null, because: "usual", worked: true, anchors: [] },
];
const homeDay = { at: "home", elsewhere: null, holiday: null };

const platform = { id: exampleId("Platform"), name: "Platform" };
const anchorTuesday = {
  ...{ weekday: "2", of: 6, come: 5, change: [{ id: exampleId("Tiago"), name: "Tiago Marques" }], cannot: 0 },
  ...{ suits: null, ratherNot: null, meets: [platform], misses: [], seats: [{ site: lisbon, left: 14 }] },
  why: "Tuesday: 5 of 6 already come, Platform, whom you work with, is in, 14 seats left in Lisbon.",
};
const anchoredTeam = {
  ...{ id: exampleId("team"), name: "Onboarding", people: 6, without: 1, possible: ["1", "2", "3", "4", "5"] },
  ...{ now: ["4"], days: [anchorTuesday], next: { days: ["3"], fewer: 4 }, can: { propose: true, decide: false } },
};

/** Of anchor days. */
const anchors = {
  ...{
    "anchorDay.from": "2027-03-01",
    "anchorDay.weekday": ["1", "2", "3", "4", "5"],
    "anchorDay.team": [anchoredTeam],
  },
  "anchorDay.site": [{ ...lisbon, days: [{ weekday: "2", in: 10, seats: 24 }] }],
  ...{ "anchorDay.score": 17, "anchorDay.short": 0, "anchorDay.ties": { met: 1, of: 1 }, "anchorDay.day": ["2"] },
  "workplace.anchorDays.suggest.days": 1,
  "anchorDay.runnerUp": { fewer: 4, choices: [{ teamId: exampleId("team"), days: ["3"] }] },
  "anchorDay.choice": [{ teamId: exampleId("team"), days: ["2"] }],
  "anchorDay.held": [
    { team: platform, days: ["2"], from: "2027-01-04", agreedBy: { id: exampleId("Vikram"), name: "Vikram Rao" } },
  ],
  "workplace.anchorDays.list.item": [
    {
      ...{ id: exampleId("anchorDay"), team: { id: exampleId("team"), name: "Onboarding" }, days: ["2"] },
      ...{ from: "2027-03-01", state: "proposed", reason: "", version: 1, can: { states: ["accepted", "declined"] } },
      proposedBy: { id: exampleId("member"), name: "Inês Carvalho" },
      ...{ stateBy: { id: exampleId("member"), name: "Inês Carvalho" }, stateAt: now },
    },
  ],
  ...{ "anchorDay.state": "accepted", "anchorDay.reason": "" },
};

const agreed = {
  coreHours: { days: ["1", "2", "3", "4"], from: "10:00", to: "15:00", timeZone: "Europe/Lisbon" },
  channels: [{ name: "Chat", use: "Questions of the day", answerWithin: { amount: 4, unit: "hours" } }],
  meetingFree: [{ days: ["5"], from: "09:00", to: "13:00" }],
  ...{ asyncByDefault: true, notes: "Decisions are written down the same day." },
};
const writtenByInes = { member: { id: exampleId("member"), name: "Inês Carvalho" }, at: "2026-12-14T10:00:00Z" };
const reviewedByInes = {
  ...writtenByInes,
  at: "2027-01-11T10:00:00Z",
  cycle: { id: exampleId("cycle"), name: "Q1 2027" },
};

/** Of sites, plans, the week and working agreements. */
const workplace = {
  ...{ "agreement.agreed": agreed, "agreement.from": null, "agreement.written": writtenByInes },
  ...{ "agreement.coreHours": agreed.coreHours, "agreement.channel": agreed.channels },
  ...{ "agreement.meetingFree": agreed.meetingFree, "agreement.notes": agreed.notes },
  "agreement.key": "remote-one-zone",
  ...{ "agreement.title": "Remote, much the same hours", "agreement.why": "Mornings stay whole." },
  ...{ "agreement.reviewed": reviewedByInes, "agreement.reviewDueIn": null, "agreement.version": 2 },
  ...{ keepMonths: 12, "setting.version": 1, "site.name": "Lisbon", "site.place": "Lisbon", country: "PT", region: "" },
  ...{ seats: { "1": 12, "2": 24, "3": 24, "4": 12 }, "site.members": 18, "site.presence": true, year: 2027 },
  ...{ "workplace.sites.holidays.id": exampleId("site"), "workplace.sites.setHoliday.name": "Carnival" },
  "workplace.sites.calendars.country": "DE",
  "site.country": [{ code: "DE", name: "Germany" }],
  "site.region": [{ code: "BE", name: "Berlin" }],
  ...{ "presence.from": "2027-02-15", "presence.home": { ...lisbon, presence: true }, "presence.siteId": lisbon.id },
  focusTimes: { "2": ["09:00", "11:00"] },
  dayPreferences: { "2": "suits", "5": "rather-not" },
  "presence.usual": { from: "2027-01-04", days: { "1": { at: "home", siteId: null }, "2": tuesdayOut } },
  "presence.day": [{ day: "2027-02-16", ...tuesdayOut }],
  ...{ "workplace.presence.mine.day": myTuesday, "workplace.presence.setProfile.day": myTuesday },
  "before.day": [{ day: "2027-02-16", ...tuesdayOut }],
  "presence.lastWeek": [
    { day: "2027-02-09", at: "home", site: null, holiday: null, because: "day", worked: true, anchors: [] },
  ],
  "presence.office": [{ ...lisbon, closed: ["2027-02-19"], free: [12, 6, 24, 12, null, null, null] }],
  "presence.timeOff": [{ id: exampleId("timeOff"), startsOn: "2027-03-08", endsOn: "2027-03-12" }],
  ...{
    "timeOff.startsOn": "2027-03-08",
    "timeOff.endsOn": "2027-03-12",
    "calendar.fileName": "presence-2027-02-15.ics",
  },
  ...{ "calendar.content": ics, "calendar.from": "2027-02-15", "calendar.to": "2027-05-09" },
  "calendar.day": [{ line: 4, day: "2027-02-18", at: "home", site: null, text: "Home" }],
  ...{ "calendar.timeOff": [], "calendar.notUnderstood": [] },
  ...{
    "week.from": "2027-02-15",
    "week.startsOn": "2027-02-15",
    "week.endsOn": "2027-02-21",
    "week.today": "2027-02-16",
  },
  "week.day": ["2027-02-15", "2027-02-16"],
  "week.anchor": [{ team: { id: exampleId("team"), name: "Onboarding" }, days: ["2027-02-16"] }],
  "week.site": [
    {
      ...{ ...lisbon, place: "Lisbon", timeZone: "Europe/Lisbon", timeNow: "09:12" },
      days: [
        { in: 0, seats: 12, seatsLeft: 12, holiday: null },
        { in: 1, seats: 24, seatsLeft: 18, holiday: null },
      ],
      people: [{ id: exampleId("member"), name: "Inês Carvalho", days: [homeDay, { ...homeDay, at: "office" }] }],
    },
  ],
  ...{
    "week.people": 1,
    notShown: 0,
    "week.leftOut": 0,
    "week.waiting": 0,
    "week.state": "on",
    "week.teamId": exampleId("team"),
  },
};

const byPlace = (name: string, timeZone: string, people: number) => ({ name, timeZone, people });
const free = { early: 0, late: 0, paying: 0, added: 0 };
const thirteen = { from: "2027-02-16T13:00:00Z", to: "2027-02-16T13:30:00Z" };
const threePlaces = { from: "2027-02-16T09:00:00Z", to: "2027-02-16T13:30:00Z" };
const fromMarcus = { id: exampleId("Marcus"), name: "Marcus Chen" };
const refocusFile =
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Throughline//Meeting//EN\r\nBEGIN:VEVENT\r\nUID:1@throughline\r\nDTSTAMP:20270216T091200Z\r\nDTSTART;TZID=Europe/Lisbon:20270218T124500\r\nDURATION:PT45M\r\nSUMMARY:Refocus\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/** Of shared hours, meetings and questions decided in writing. */
const together = {
  ...{
    memberId: [exampleId("Marcus"), exampleId("Priya")],
    optionalId: [],
    "workplace.overlap.hours.memberId": leftOut,
  },
  ...{
    "workplace.overlap.hours.day": "2027-02-16",
    "workplace.overlap.hours.startsAt": "2027-02-16T00:00:00Z",
    whose: "mine",
  },
  ...{
    "workplace.overlap.hours.endsAt": "2027-02-17T00:00:00Z",
    "workplace.overlap.hours.people": 16,
    "workplace.overlap.hours.off": 1,
    withoutHours: 0,
  },
  "overlap.place": [
    { ...byPlace("Lisbon", "Europe/Lisbon", 6), hours: [threePlaces] },
    { ...byPlace("Toronto", "America/Toronto", 3), hours: [thirteen] },
  ],
  ...{ "workplace.overlap.hours.shared": [thirteen], "workplace.overlap.hours.minutes": 30 },
  "workplace.overlap.hours.without": { place: "Toronto", minutes: 270, shared: [threePlaces] },
  ...{
    minutes: 45,
    "workplace.overlap.bestTimes.weeks": 1,
    "workplace.overlap.bestTimes.from": "2027-02-17",
    "workplace.overlap.bestTimes.to": "2027-02-19",
  },
  ...{ "workplace.overlap.bestTimes.people": 16, turn: ["Toronto"], ledger: { yours: 45 } },
  "overlap.time": [
    {
      startsAt: "2027-02-18T12:45:00Z",
      places: [
        { ...byPlace("Lisbon", "Europe/Lisbon", 6), ...free },
        { ...byPlace("Toronto", "America/Toronto", 3), early: 15, late: 0, paying: 3, added: 15 },
      ],
      yours: 0,
    },
  ],
  ...{ "meeting.title": "Refocus", "meeting.startsAt": "2027-02-18T12:45:00Z", "meeting.weeks": 1, cancelledAt: null },
  ...{
    "meeting.at": "2027-02-18T12:45:00Z",
    "meeting.attendee": [{ ...fromMarcus, optional: false }],
    timeZone: "Europe/Lisbon",
  },
  ...{ "proposedBy.name": "Inês Carvalho" },
  "meeting.place": [{ ...byPlace("Toronto", "America/Toronto", 3), early: 15, late: 0, paying: 3, added: 15 }],
  ...{ "meeting.from": "2027-02-15", "meeting.to": "2027-02-21" },
  ...{ "meeting.fileName": "meeting-2027-02-18.ics", "meeting.content": refocusFile },
  ...{
    question: "Do we drop the partner reports this cycle?",
    "decision.closesAt": "2027-02-18T17:00:00Z",
    "decision.closesOn": "2027-02-18",
    closesTime: "17:00",
  },
  "decision.context": "They take Growth four days a month, and two clinics read them.",
  "decision.people": [{ ...fromMarcus, timeZone: "America/Toronto", answered: true }],
  ...{ "decision.state": "open", decided: null, waits: false, "askedBy.name": "Inês Carvalho" },
  "workplace.decisions.decide.text": "We drop them, and say so to both clinics.",
};

const handOff = "Hand-off time, design to build";
const product = { id: exampleId("Product"), name: "Product" };
const handOffTime = {
  ...{ id: exampleId("handOff"), objectiveId: exampleId("objective"), title: handOff, team: product },
  ...{ unit: "days", decimals: 1, current: "4.2" },
};
const quietly = "No meetings before noon, your time, on Tuesdays and Thursdays.";
const covers = {
  ...{ id: exampleId("policy"), kind: "hybrid-flexible", title: "Two days together", decidesOn: "2027-06-01" },
  ...{ rule: "Two days a week in the office, which ones is yours.", office: { days: 2, weekdays: [] } },
};
const letOut = "Cares for two children on Tuesdays until they start school.";

const notWritten = {
  key: "decisions-written",
  area: "writing",
  text: "Decisions are written down with their reasons.",
};

/** Of policies, what they cover, and who may write them; and how ready a team is. */
const policies = {
  ...{
    replies: { "decisions-written": "no", "hours-known": "yes" },
    "policies.teamReadiness.get.statement": [notWritten],
    "policies.teamReadiness.answer.statement": [notWritten],
  },
  "policies.teamReadiness.get.level": [{ area: "writing", level: "not-yet" }],
  "policies.teamReadiness.answer.level": [{ area: "writing", level: "not-yet" }],
  proposal: [
    {
      ...{ kind: "policy", key: "writing-first", areas: ["writing"], title: "A rule: writing first" },
      ...{ why: "What is written reaches whoever was not there.", source: "Yang and others (2022)." },
      policy: {
        kind: "writing-first",
        title: "Writing first",
        rule: "Decisions are written before they are talked about",
      },
    },
  ],
  agreementVersion: 2,
  answered: { by: { id: exampleId("member"), name: "Inês Carvalho" }, at: now },
  ...{ "policy.kind": "meeting-free", "policy.title": "Quiet mornings", "as.kind": "meeting-free", rule: quietly },
  ...{ "as.title": "Quiet mornings", "policy.why": "", "as.why": "", "office.days": null, "office.weekday": [] },
  ...{ isArrangement: false, "policy.state": "running", "policies.policies.list.state": leftOut },
  ...{ "policies.policies.list.keyResultId": leftOut, "policies.policies.list.imperativeId": leftOut },
  ...{ "policy.startsOn": "2027-02-15", "as.startsOn": "2027-02-15", decidesOn: "2027-06-01", "policy.lastDay": null },
  ...{ imperativeId: exampleId("imperative") },
  ...{ "scope.teamId": [product.id, growth.id], "scope.team": [product, growth] },
  ...{ "scope.exceptTeam": [], "scope.exceptTeamId": [], "scope.site": [], "scope.siteId": [], "scope.role": [] },
  ...{ "outcome.name": handOff, wanted: "down", sizeThatMatters: "0.5", "guardrail.name": "Time to recover" },
  ...{ "measure.id": [handOffTime.id], "measure.subject": [handOffTime], "measure.question": null },
  ...{ "measure.reads": null, safe: "at-most", "guardrail.limit": "36", margin: "5" },
  ...{ "comparison.draw": 1, othersFrom: "2027-06-07", "comparison.team": [], "comparison.weeksEach": null },
  ...{ "comparison.pairs": null, "comparison.wearingOff": null, "by.name": "Hanna Vogel", toSeal: [] },
  "lot.seed": "0f6c2a9d41e87b35c2d0a4f16b98e73d",
  "lot.team": [
    { ...product, arm: "covered", firstOn: null },
    { ...growth, arm: "others", firstOn: null },
  ],
  "amendment.reason": "Support is on call on Thursdays.",
  "amendment.changes": { decidesOn: ["2027-05-25", "2027-06-01"] },
  ...{
    "policies.policyAmendments.create.reason": "Four more weeks, for the holidays.",
    "policyAmendment.title": leftOut,
  },
  ...Object.fromEntries(
    ["rule", "why", "office", "ownerId", "imperativeId", "scope", "scopeFrom", "guardrail"].map((field) => [
      `policies.policyAmendments.create.${field}`,
      leftOut,
    ]),
  ),
  ...{
    "decision.reason": "Hand-offs take half a day less.",
    "policy.earlyReason": leftOut,
    "decision.earlyReason": "",
  },
  ...{ "policy.reason": "Hand-offs take half a day less.", "decision.lastDay": null, "policy.draftId": leftOut },
  ...{ "policies.policies.decide.lastDay": leftOut, previous: null, amendments: 0 },
  ...{ "policyCoverage.day": "2027-02-16", "policyCoverage.arrangement": covers, "policyCoverage.rule": [] },
  ...{ "policyCoverage.exception": [], covered: 17, excepted: 1, others: 22, everybody: 62, twice: [] },
  "policyFit.from": "2027-02-15",
  ...{ "policyFit.fit": { kept: 1, of: 2 }, "policyFit.agreed": true, "policyFit.told": { fit: 11, not: 5 } },
  "policyFit.arrangement": { id: exampleId("policy"), kind: "hybrid-anchored", title: "Two days together" },
  "policyCoverage.team": [{ ...product, covered: 9, members: 10 }],
  "policyCoverage.people": [{ id: exampleId("member"), name: "Inês Carvalho" }],
  ...{ "policyException.reason": letOut, "policyException.from": "2027-02-16", "policyException.to": "2027-08-31" },
  ...{ "member.name": "Inês Carvalho", "approver.name": "Hanna Vogel", "grantedBy.name": "Hanna Vogel" },
};

export const exampleWorld: ExampleWorld = {
  words: {
    ...workplace,
    ...anchors,
    ...policies,
    ...together,
    ...evidenceWords,
    ...people,
    ...line,
    ...coached,
    ...work,
    ...alignment,
    ...ending,
    ...planning,
    ...pulses,
    ...record,
    ...{ version: 3, next: null, after: leftOut, date: "2027-02-16", "date-time": now },
  },
  alike: {
    ...{ owner: "member", lead: "member", actor: "member", nearest: "member", path: "parent", firstParent: "parent" },
    ...{ worstKeyResult: "keyResult", lineOf: "objective" },
    ...{ to: "Marcus", toMember: "Marcus", from: "Priya", invitedBy: "Hanna" },
    ...{ by: "Hanna", grantedBy: "Hanna", approver: "Hanna" },
    ...{ fromTeam: "team", onTeam: "Platform", proposedBy: "member", stateBy: "Vikram" },
  },
};
