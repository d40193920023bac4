import { expect, test } from "vitest";
import { commentCan } from "./permissions.ts";

const me = { memberId: "me" };

test.each([
  ["one's own", { authorId: "me", replyToId: null, removed: false }, { edit: true, resolve: true, remove: true }],
  ["another's", { authorId: "you", replyToId: null, removed: false }, { edit: false, resolve: true, remove: false }],
  ["one's own reply", { authorId: "me", replyToId: "a", removed: false }, { edit: true, resolve: false, remove: true }],
  [
    "one's own, removed",
    { authorId: "me", replyToId: null, removed: true },
    { edit: false, resolve: true, remove: false },
  ],
])("%s", (_whose, comment, can) => expect(commentCan(me, comment)).toEqual(can));
