/** OKRs that come in from files: shown first as they would be, then made; the same file twice changes nothing. */
import { z } from "zod";
import { champions, Id, Instant, Name, operation, PageInput, PlainDate, pageOf } from "../../platform/contract.ts";
import { Named } from "../okrs/contract.ts";

const tag = "Import";

const Line = z.number({ error: "the number of a line, from 1" }).int().min(1);
const contentExpected = "the bytes of the file in base64";
const Content = z
  .string({ error: contentExpected })
  .max(9_000_000, { error: "a file of at most 5 MB" })
  .refine((text) => !/[^A-Za-z0-9+/=]/.test(text), { error: contentExpected })
  .describe("The bytes of the file in base64; at most 5 MB of CSV or 1 MB of Markdown");

const columnExpected = "what a column may hold, such as objective, key-result, owner, start or target";
// biome-ignore format: a row of words reads better than a column of them.
const Field = z.enum([
  "objective", "key-result", "initiative", "title", "type", "level", "parent", "owner", "team", "cycle", "start",
  "target", "start-and-target", "current", "unit", "weight", "due", "priority", "why", "status", "score", "midway", "note",
], { error: columnExpected });
const RowKind = z.enum(["objective", "key-result", "initiative", "health-metric"]);
const Action = z.enum(["create", "changed", "unchanged", "already"]);
const fixExpected = "health-metric, find-a-baseline, initiative, bring-in, connect or keep-both";
const Fix = z.enum(["health-metric", "find-a-baseline", "initiative", "bring-in", "connect", "keep-both"], {
  error: fixExpected,
});
const Written = z.string().min(1).max(500);

/** Everything is sent again each time: nothing of a file is kept before it is imported. */
const asked = {
  id: Id.describe("Names this reading, so that its progress can be asked for and it can be stopped"),
  fileName: z.string({ error: "the name of the file" }).trim().min(1, { error: "the name of the file" }).max(255),
  content: Content,
  cycleId: Id.nullable().default(null).describe("For rows that name no cycle"),
  columns: z
    .record(z.string().max(500), Field)
    .default({})
    .describe("What columns hold, by their names, where the file leaves it open; remembered for the next file"),
  edits: z
    .array(z.object({ line: Line, text: z.string().max(4000) }))
    .max(500)
    .default([])
    .describe("Lines written differently than in the file"),
  fixes: z
    .array(z.object({ line: Line, fix: Fix, objectiveId: Id.nullable().default(null) }))
    .max(5000)
    .default([])
    .describe("Steps taken on lines; connect names the objective above, or null to bring it in without one"),
  members: z.record(Written, Id).default({}).describe("Owners as written in the file, and who they are"),
  teams: z.record(Written, Id).default({}).describe("Teams as written, and which they are"),
  cycles: z.record(Written, Id).default({}).describe("Cycles as written, and which they are"),
  create: z
    .object({
      members: z
        .array(z.object({ written: Written, name: Name, email: z.email({ error: "an e-mail address" }) }))
        .max(2000)
        .default([]),
      teams: z.array(Name).max(1000).default([]),
      cycles: z
        .array(
          z.object({
            name: Name,
            kind: z.enum(["year", "half", "quarter", "custom"], { error: "year, half, quarter or custom" }),
            startsOn: PlainDate,
            endsOn: PlainDate,
          }),
        )
        .max(200)
        .default([]),
    })
    .default({ members: [], teams: [], cycles: [] })
    .describe("Which of the missing members, teams and cycles to make; members sign in once they are invited"),
};

const Actions = z.object({ create: z.number(), changed: z.number(), unchanged: z.number(), already: z.number() });
/** create: new · changed, unchanged: made by an earlier import · already: there under the same title, left as it is. */
const Rows = z.object({
  objective: Actions,
  "key-result": Actions,
  initiative: Actions,
  "health-metric": Actions,
});
const Measure = z.object({
  kind: z.enum(["metric", "threshold", "done", "baseline"]),
  start: z.string().nullable(),
  target: z.string().nullable(),
  operator: z.enum(["above", "at-or-above", "below", "at-or-below"]).nullable(),
  unit: z.string().nullable(),
});

/** A row that is a guess, whose figures were found in its words, or that is kept aside. */
const RowToLookAt = z.object({
  line: z.number(),
  text: z.string(),
  /** The line as it stands in the file; null where the row is more than one line. */
  raw: z.string().nullable(),
  as: z.enum(["guessed", "figures-in-words", "kept-aside"]),
  kind: RowKind.nullable(),
  reasons: z.array(z.string()),
  /** The likely one first. `memberId` says whom "use-member" means. */
  fixes: z.array(
    z.object({
      fix: z.enum([...Fix.options, "use-member"]),
      label: z.string(),
      written: z.string().nullable(),
      memberId: Id.nullable(),
    }),
  ),
});

const Preview = z.object({
  fileName: z.string(),
  kind: z.enum(["markdown", "csv"]),
  /** An earlier import of exactly this file. */
  importedBefore: z.object({ id: Id, recordedAt: Instant, member: Named }).nullable(),
  /** read = understood + keptAside; guessed are among the understood. */
  counts: z.object({ read: z.number(), understood: z.number(), guessed: z.number(), keptAside: z.number() }),
  /** Of a CSV file; empty for Markdown. */
  columns: z.array(
    z.object({
      header: z.string(),
      field: Field.nullable(),
      from: z.enum(["remembered", "known", "unknown"]),
      example: z.string(),
      filled: z.number(),
    }),
  ),
  rows: Rows,
  lookAt: z.array(RowToLookAt),
  /** How many rows to look at the list leaves out. */
  lookAtLeftOut: z.number(),
  /** As it will look, top down. */
  tree: z.array(
    z.object({
      depth: z.number(),
      line: z.number(),
      kind: RowKind,
      title: z.string(),
      action: Action,
      measure: Measure.nullable(),
    }),
  ),
  treeLeftOut: z.number(),
  missing: z.object({
    /** `email` is null where the file gives none: without one nobody can be made, and the rows are yours until they join. */
    members: z.array(
      z.object({
        written: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        rows: z.number(),
        nearest: Named.nullable(),
      }),
    ),
    teams: z.array(z.object({ name: z.string(), rows: z.number() })),
    cycles: z.array(
      z.object({
        name: z.string(),
        rows: z.number(),
        /** Where the name says it, by the organisation's fiscal year. */
        proposal: z
          .object({ kind: z.enum(["year", "half", "quarter"]), startsOn: PlainDate, endsOn: PlainDate })
          .nullable(),
      }),
    ),
  }),
  /** Objectives that name no cycle: they come into the one that is chosen for them. */
  withoutCycle: z.number(),
  can: z.object({ createMembers: z.boolean(), createTeams: z.boolean() }),
});

const imported = {
  id: Id,
  fileName: z.string(),
  kind: z.enum(["markdown", "csv"]),
  member: Named,
  recordedAt: Instant,
  rows: Rows,
  made: z.object({ members: z.number(), teams: z.number(), cycles: z.number() }),
  keptAside: z.number(),
  /** When it was last taken back, by whom, and how much went and stayed; null where nobody did. */
  undone: z
    .object({ recordedAt: Instant, member: Named.nullable(), removed: z.number(), stayed: z.number() })
    .nullable(),
};
const Import = z.object({
  ...imported,
  lines: z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })),
  /** What stood beside a row and has no field of its own: status, score, remarks. */
  notes: z.array(z.object({ line: z.number(), title: z.string(), text: z.string() })),
});

/** What an import made that is taken back, and what of it stays. */
const Undo = z.object({
  goes: z.object({
    objective: z.number(),
    "key-result": z.number(),
    initiative: z.number(),
    "health-metric": z.number(),
  }),
  /** In the order of the strategy: objectives first; `reason` says what was built on it or who changed it. */
  stays: z.array(
    z.object({
      kind: z.enum([...RowKind.options, "member", "team", "cycle"]),
      id: Id,
      title: z.string(),
      reason: z.string(),
    }),
  ),
});

export const exchange = {
  imports: {
    preview: operation({
      method: "POST",
      path: "/imports/preview",
      summary: "Read a file of OKRs and show what an import would make; nothing is saved",
      tag,
      may: champions,
    })
      .input(z.object(asked))
      .output(Preview),
    create: operation({
      method: "POST",
      path: "/imports",
      summary: "Import a file of OKRs, all or nothing; the same file again changes nothing",
      description:
        "What does not come in is kept with the import, with a reason for every line. Members and teams are made by whoever may make them otherwise.",
      tag,
      may: champions,
    })
      .input(z.object(asked))
      .output(Import),
    list: operation({
      method: "GET",
      path: "/imports",
      summary: "List the imports, the latest first",
      tag,
      may: champions,
    })
      .input(z.object({ ...PageInput }))
      .output(pageOf(z.object(imported))),
    get: operation({
      method: "GET",
      path: "/imports/{id}",
      summary: "Read an import with the lines it kept aside",
      tag,
      may: champions,
    })
      .input(z.object({ id: Id }))
      .output(Import),
    undoPreview: operation({
      method: "GET",
      path: "/imports/{id}/undoing",
      summary: "See what taking an import back would remove, and what would stay",
      tag,
      may: champions,
    })
      .input(z.object({ id: Id }))
      .output(Undo),
    undo: operation({
      method: "POST",
      path: "/imports/{id}/undoing",
      summary: "Take an import back: what it made goes, as far as nobody has changed it or built on it",
      description: "Possible for 30 days. What it changed, and the members, teams and cycles it made, stay.",
      tag,
      may: champions,
    })
      .input(z.object({ id: Id }))
      .output(Undo),
    progress: operation({
      method: "GET",
      path: "/imports/{id}/progress",
      summary: "See how far a file is read or imported",
      tag,
      may: champions,
    })
      .input(z.object({ id: Id }))
      .output(
        z.object({
          phase: z.enum(["none", "reading", "saving"]),
          /** Of the phase, 0..1. */
          share: z.number(),
        }),
      ),
    stop: operation({
      method: "DELETE",
      path: "/imports/{id}/progress",
      summary: "Stop an import that is under way; nothing of it is saved",
      tag,
      may: champions,
    })
      .input(z.object({ id: Id }))
      .output(z.object({ stopped: z.boolean() })),
  },
};
