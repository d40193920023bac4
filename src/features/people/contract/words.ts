/** The schemas that several operations of people share. */
import { z } from "zod";
import { Id, Prose, roles } from "../../../platform/contract.ts";

export const manage = { tag: "People", scope: "manage" } as const;

export const Role = z.enum(roles, { error: `one of ${roles.join(", ")}` });
export const Named = z.object({ id: Id, name: z.string() });
/** One line, or nothing. */
export const Line = Prose.max(120, { error: "text of at most 120 characters" });
