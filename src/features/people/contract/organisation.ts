import { z } from "zod";
import {
  Decimal,
  DecimalInput,
  Done,
  everyRole,
  Id,
  Name,
  operation,
  ownerOnly,
  TimeZone,
  Version,
} from "../../../platform/contract.ts";
import { manage } from "./words.ts";

const Weekday = z.coerce.number({ error: "a weekday from 1 (Monday) to 7 (Sunday)" }).int().min(1).max(7);
const Month = z.coerce.number({ error: "a month from 1 (January) to 12 (December)" }).int().min(1).max(12);

const statusRules = ["default", "pace", "pace-only", "ratio", "worst-key-result"] as const;
const StatusRule = z.enum(statusRules, { error: `one of ${statusRules.join(", ")}` });
const PlannedEnergy = DecimalInput.refine((value) => Number(value) >= 0 && Number(value) <= 100, {
  error: "a percentage from 0 to 100",
});
export type StatusRule = z.infer<typeof StatusRule>;

const Organisation = z.object({
  id: Id,
  name: z.string(),
  timeZone: z.string(),
  weekStartsOn: z.number(),
  fiscalYearStartMonth: z.number(),
  statusRule: StatusRule,
  /** Percent of a team's capacity that plans should place at most. */
  plannedEnergy: Decimal,
  demo: z.boolean(),
  version: z.number(),
  can: z.object({ edit: z.boolean(), changeRules: z.boolean(), remove: z.boolean() }),
});

export const organisation = {
  get: operation({
    method: "GET",
    path: "/organisation",
    summary: "Read the organisation's settings",
    tag: "People",
    may: everyRole,
  }).output(Organisation),
  update: operation({
    method: "PATCH",
    path: "/organisation",
    summary: "Change the organisation's settings",
    description:
      "Name, time zone and first weekday: owner and admins. Fiscal year, status rule and planned energy: owner and champions.",
    ...manage,
    may: ["owner", "admin", "champion"],
  })
    .input(
      z.object({
        version: Version,
        name: Name.optional(),
        timeZone: TimeZone.optional(),
        weekStartsOn: Weekday.optional(),
        fiscalYearStartMonth: Month.optional(),
        statusRule: StatusRule.optional(),
        plannedEnergy: PlannedEnergy.optional().describe(
          "Percent of a team's capacity that plans should place at most",
        ),
      }),
    )
    .output(Organisation),
  remove: operation({
    method: "POST",
    path: "/organisation/removal",
    summary: "Delete the organisation whole",
    description:
      "Everything it has is deleted, its people's accounts included where they belong to no other organisation.",
    ...manage,
    may: ownerOnly,
  })
    .input(z.object({ name: z.string().describe("The organisation's name, typed out") }))
    .output(Done),
};
