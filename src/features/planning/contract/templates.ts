import { z } from "zod";
import { allButGuests, Decimal, Done, Id, Instant, operation, Title } from "../../../platform/contract.ts";
import { Commitment, Named } from "../../okrs/contract.ts";
import { Studio } from "./studio.ts";
import { DraftMeasure, tag } from "./words.ts";

const may = allButGuests;

/** The functions that the built-in templates are sorted by. */
const areas = [
  "product",
  "engineering",
  "sales",
  "marketing",
  "customer-success",
  "people",
  "finance",
  "operations",
  "own",
] as const;
const Area = z.enum(areas, { error: `one of ${areas.join(", ")}` });

const Template = z.object({
  id: Id,
  /** Built in; the others the organisation saved itself. */
  builtIn: z.boolean(),
  /** "own" for what the organisation saved. */
  area: Area,
  title: z.string(),
  why: z.string(),
  commitment: Commitment,
  keyResults: z.array(
    z.object({
      title: z.string(),
      measure: DraftMeasure,
      unit: z.string(),
      decimals: z.number(),
      weight: Decimal,
      source: z.string(),
    }),
  ),
  savedBy: Named.nullable(),
  savedAt: Instant.nullable(),
  can: z.object({ remove: z.boolean() }),
});

export const objectiveTemplates = {
  list: operation({
    method: "GET",
    path: "/objective-templates",
    summary: "List the templates of objectives, your organisation's own first",
    tag,
    may,
  })
    .input(
      z.object({ area: Area.optional(), q: z.string().trim().max(200).optional().describe("Words that it holds") }),
    )
    .output(z.object({ items: z.array(Template) })),
  save: operation({
    method: "POST",
    path: "/objective-templates",
    summary: "Save a draft objective with its key results as a template",
    tag,
    may,
  })
    .input(z.object({ id: Id, draftObjectiveId: Id, title: Title.optional() }))
    .output(Template),
  use: operation({
    method: "POST",
    path: "/objective-templates/{id}/uses",
    summary: "Draft an objective with its key results from a template",
    tag,
    may,
  })
    .input(z.object({ id: Id, planId: Id, draftObjectiveId: Id }))
    .output(Studio),
  remove: operation({
    method: "DELETE",
    path: "/objective-templates/{id}",
    summary: "Remove a template that your organisation saved",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Done),
};
