/** A check-in is a person's word: an assistant drafts it, shows it, and sends exactly that once the person said yes. */
import { withoutMadeIds } from "../client/made-ids.ts";
import { inputSchemaOf, type Operation, operations } from "../client/operations.ts";
import { parsed } from "../client/parsed.ts";
import { refusal } from "../client/problem-words.ts";
import type { Server } from "../client/server.ts";
import type { InputOf } from "../web/api.ts";
import type { Tool } from "./tool.ts";

type CheckIn = InputOf<"cadence.checkIns.create"> & { id: string };

/** Both tools of one conversation, which remember its drafts. */
export function checkInTools(): Tool[] {
  const drafts = new Map<string, CheckIn>();
  return [draftTool(drafts), confirmTool(drafts)];
}

function draftTool(drafts: Map<string, CheckIn>): Tool {
  const operation = operations.get("cadence.checkIns.create") as Operation;
  return {
    name: "draft_check_in",
    title: "Draft a check-in",
    description:
      "Draft a check-in on a key result and see what it would do, without making it. Give value, milestonesDone or done as the key result is measured, and confidence from 0 to 10 as the person states it: never guess it. Show the draft to the person; confirm_check_in sends it once they said yes.",
    readOnly: true,
    destructive: false,
    schema: withoutMadeIds(inputSchemaOf(operation)),
    run: async (input, server) => {
      const draft = parsed("cadence.checkIns.create", input);
      const { keyResultId, value, milestonesDone, done } = draft;
      const preview = await server.ask("cadence.checkIns.preview", { keyResultId, value, milestonesDone, done });
      const warning = await warningOf(keyResultId, server);
      drafts.set(draft.id, draft);
      return {
        draftId: draft.id,
        ...(warning && { warning }),
        draft,
        ...preview,
        next: "Nothing is saved yet. A person confirms: show them this draft, then use confirm_check_in with its draftId.",
      };
    },
  };
}

/** That the check-in would be on somebody else's key result, or on nobody's; undefined on the person's own. */
async function warningOf(keyResultId: string, server: Server): Promise<string | undefined> {
  const [{ member }, { owner }] = await Promise.all([
    server.ask("signIn.session.current", undefined),
    server.ask("okrs.keyResults.get", { id: keyResultId }),
  ]);
  if (owner?.id === member.id) return undefined;
  const whose = owner ? `${owner.name} owns this key result` : "Nobody owns this key result";
  return `${whose}, and you draft for ${member.name}. Say so, and ask whether they mean to check in on it.`;
}

function confirmTool(drafts: Map<string, CheckIn>): Tool {
  return {
    name: "confirm_check_in",
    title: "Confirm a check-in",
    description:
      "Make the check-in that was drafted, exactly as drafted. Only after the person has read the draft and said yes. To change anything, draft it again.",
    readOnly: false,
    destructive: false,
    schema: {
      type: "object",
      properties: { draftId: { type: "string", format: "uuid", description: "From draft_check_in" } },
      required: ["draftId"],
      additionalProperties: false,
    },
    run: async ({ draftId, ...more }, server) => {
      const other = Object.keys(more)[0];
      if (other) throw refusal(other, "nothing but the draftId", "Draft it again with draft_check_in to change it.");
      const draft = drafts.get(String(draftId));
      if (!draft)
        throw refusal("draftId", "the draftId of a draft of this conversation", "Draft it with draft_check_in first.");
      // The draft's id is the check-in's, so confirming twice makes one.
      return server.ask("cadence.checkIns.create", draft);
    },
  };
}
