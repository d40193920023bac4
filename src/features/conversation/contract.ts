/** What people say about a line: comments, their replies, and whether they are settled. */
import { z } from "zod";
import { allButGuests, Done, Id, Instant, operation, Prose, Version } from "../../platform/contract.ts";

const tag = "Comments";

const kinds = [
  "plan",
  "draft-objective",
  "draft-key-result",
  "draft-initiative",
  "objective",
  "key-result",
  "policy",
  "written-decision",
] as const;
/** What can be commented on. */
export const SubjectKind = z.enum(kinds, { error: `one of ${kinds.join(", ")}` });
const said = { error: "text of 1 to 10000 characters" };
const Said = Prose.refine((text) => text.length > 0, said).describe(
  "A member is mentioned as <@id>: they see it on Today, and everyone reads the name of today",
);

export const Comment = z.object({
  id: Id,
  subject: z.object({ kind: SubjectKind, id: Id }),
  /** The comment that it answers; null for one that begins a thread. */
  replyTo: Id.nullable(),
  author: z.object({ id: Id, name: z.string() }),
  /** Empty where it was removed and only its replies are left. */
  text: z.string(),
  /** Whom its text mentions as <@id>, by the names of today. */
  mentions: z.array(z.object({ id: Id, name: z.string() })),
  /** Whether it mentions the reader, who has not opened it yet. */
  waits: z.boolean(),
  removed: z.boolean(),
  /** Of a thread's first comment: who settled it, and when; null while it is open, and on replies. */
  resolved: z.object({ by: z.object({ id: Id, name: z.string() }), at: Instant }).nullable(),
  at: Instant,
  /** When its author changed it last; null where they never did. */
  changedAt: Instant.nullable(),
  version: z.number(),
  can: z.object({ edit: z.boolean(), resolve: z.boolean(), remove: z.boolean() }),
});

export const conversation = {
  comments: {
    list: operation({
      method: "GET",
      path: "/comments",
      summary: "Read what was said about something, the oldest first",
      tag,
      may: allButGuests,
    })
      .input(z.object({ subjectKind: SubjectKind, subjectId: Id }))
      .output(z.object({ items: z.array(Comment), open: z.number(), resolved: z.number() })),
    create: operation({
      method: "POST",
      path: "/comments",
      summary: "Say something about it, or answer a comment",
      tag,
      may: allButGuests,
    })
      .input(
        z.object({
          id: Id,
          subjectKind: SubjectKind,
          subjectId: Id,
          replyTo: Id.nullable().default(null).describe("The comment answered; left out, it begins a thread"),
          text: Said,
        }),
      )
      .output(Comment),
    update: operation({
      method: "PATCH",
      path: "/comments/{id}",
      summary: "Change your comment",
      tag,
      may: allButGuests,
    })
      .input(z.object({ id: Id, version: Version, text: Said }))
      .output(Comment),
    resolve: operation({
      method: "PUT",
      path: "/comments/{id}/resolved",
      summary: "Settle a thread, or open it again",
      tag,
      may: allButGuests,
    })
      .input(z.object({ id: Id, resolved: z.boolean({ error: "true or false" }) }))
      .output(Comment),
    remove: operation({
      method: "DELETE",
      path: "/comments/{id}",
      summary: "Remove your comment; the replies to it stay",
      tag,
      may: allButGuests,
    })
      .input(z.object({ id: Id }))
      .output(Done),
  },
  mentions: {
    waiting: operation({
      method: "GET",
      path: "/mentions",
      summary: "Read the comments that mention you and that you have not opened, the latest first",
      tag,
      may: allButGuests,
    }).output(
      z.object({
        items: z.array(
          z.object({
            comment: Comment,
            /** Title of the line; null where it is about a whole plan. */
            title: z.string().nullable(),
            /** Where it is read. */
            page: z.object({ kind: z.enum(["plan", "objective", "policy", "written-decision"]), id: Id }),
          }),
        ),
      }),
    ),
    open: operation({
      method: "PUT",
      path: "/mentions/opened",
      summary: "Say that you have opened comments that mention you; nobody else is told",
      tag,
      may: allButGuests,
    })
      .input(z.object({ commentIds: z.array(Id).min(1).max(200) }))
      .output(Done),
  },
};
