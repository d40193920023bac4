import { useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { type Invalidated, useTell } from "../../../web/ask.ts";
import { newId } from "../../../web/id.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { ellipsis } from "../../../web/ui/icons.ts";
import { Menu, MenuItem } from "../../../web/ui/menu.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { useArrival } from "./arrival.ts";
import { CommentWords } from "./comment-words.tsx";
import catalogue from "./comments.messages.json";
import { Composer } from "./composer.tsx";
import "./comments.css";

const m = messages(catalogue);

export type Comment = OutputOf<"conversation.comments.list">["items"][number];
export type Subject = Comment["subject"];

interface CommentsProps {
  items: readonly Comment[];
  /** What a comment is about, in words: "on key result 1"; null where that is plain or gone. */
  whereOf: (subject: Subject) => string | null;
  /** What else is no longer true once something was said. */
  invalidates: readonly Invalidated[];
  mayWrite: boolean;
}

/** What was said, thread by thread, the oldest first; settled threads are folded away. */
export function Comments({ items, whereOf, invalidates, mayWrite }: CommentsProps) {
  const threads = items.filter(({ replyTo }) => replyTo === null);
  const open = threads.filter(({ resolved }) => resolved === null);
  const settled = threads.filter(({ resolved }) => resolved !== null);
  const [shown, show] = useState(() => settled.some(({ id }) => items.some((each) => calls(each, id))));
  return (
    <>
      {threads.length === 0 && <p className="small">{m.none()}</p>}
      <ul className="comments">
        {[...open, ...(shown ? settled : [])].map((first) => (
          <Thread
            key={first.id}
            first={first}
            replies={items.filter(({ replyTo }) => replyTo === first.id)}
            {...{ whereOf, invalidates, mayWrite }}
          />
        ))}
      </ul>
      {settled.length > 0 && (
        <Button kind="quiet" size="sm" aria-expanded={shown} onClick={() => show(!shown)}>
          {shown ? m.hideSettled() : m.showSettled({ count: settled.length })}
        </Button>
      )}
    </>
  );
}

/** Whether a comment of this thread waits for the viewer, or is what the address leads to. */
function calls({ id, replyTo, waits }: Comment, threadId: string): boolean {
  return (id === threadId || replyTo === threadId) && (waits || location.hash === `#comment-${id}`);
}

interface ThreadProps extends Omit<CommentsProps, "items"> {
  first: Comment;
  replies: readonly Comment[];
}

function Thread({ first, replies, whereOf, invalidates, mayWrite }: ThreadProps) {
  const format = useFormat();
  const [replying, reply] = useState(false);
  const resolve = useTell("conversation.comments.resolve", { invalidates: ["conversation", ...invalidates] });
  const { resolved, author } = first;
  return (
    <li>
      <Said comment={first} where={whereOf(first.subject)} invalidates={invalidates} />
      {replies.map((each) => (
        <div key={each.id} className="comment-reply">
          <Said comment={each} where={null} invalidates={invalidates} />
        </div>
      ))}
      <p className="row comment-acts">
        {resolved && (
          <span className="meta">{m.settledBy({ name: resolved.by.name, when: format.age(resolved.at) })}</span>
        )}
        {mayWrite && !resolved && !replying && (
          <Button kind="quiet" size="sm" onClick={() => reply(true)} aria-label={m.replyTo({ name: author.name })}>
            {m.reply()}
          </Button>
        )}
        {first.can.resolve && (
          <Button
            kind="quiet"
            size="sm"
            busy={resolve.isPending}
            aria-label={resolved ? undefined : m.settleOf({ name: author.name })}
            onClick={() => resolve.mutate({ id: first.id, resolved: !resolved })}
          >
            {resolved ? m.openAgain() : m.settle()}
          </Button>
        )}
      </p>
      {replying && (
        <Composer
          subject={first.subject}
          replyTo={first.id}
          label={m.replyTo({ name: author.name })}
          verb={m.sendReply()}
          invalidates={invalidates}
          onClose={() => reply(false)}
        />
      )}
    </li>
  );
}

/** Milliseconds. */
const aDay = 86_400_000;

interface SaidProps {
  comment: Comment;
  where: string | null;
  invalidates: readonly Invalidated[];
}

function Said({ comment, where, invalidates }: SaidProps) {
  const format = useFormat();
  const [changing, change] = useState(false);
  const place = useArrival(comment);
  const all = ["conversation", ...invalidates] as const;
  const again = useTell("conversation.comments.create", { invalidates: all });
  const remove = useTell("conversation.comments.remove", {
    invalidates: all,
    onDone: () => {
      const { subject, replyTo, text } = comment;
      say(m.removedNow(), () =>
        again.mutate({ id: newId(), subjectKind: subject.kind, subjectId: subject.id, replyTo, text }),
      );
    },
  });
  const { author, at, changedAt, can } = comment;
  const when = Date.now() - Date.parse(at) < aDay ? format.age(at) : `${format.age(at)} ${format.time(at)}`;
  if (changing)
    return (
      <Composer
        subject={comment.subject}
        changes={comment}
        label={m.edit()}
        verb={m.save()}
        invalidates={invalidates}
        onClose={() => change(false)}
      />
    );
  return (
    <div ref={place} id={`comment-${comment.id}`} className="comment" tabIndex={-1}>
      <Avatar name={author.name} size={28} />
      <div>
        <p>
          <b dir="auto">{author.name}</b>{" "}
          <span className="meta">
            {where ? m.where({ where, when }) : when}
            {changedAt && `, ${m.changed()}`}
          </span>
        </p>
        {comment.removed ? <p className="meta">{m.removed()}</p> : <CommentWords of={comment} className="comment-t" />}
      </div>
      {!comment.removed && (can.edit || can.remove) && (
        <Menu
          label={m.acts({ name: author.name })}
          button={{ icon: ellipsis, iconOnly: true, kind: "quiet", size: "sm" }}
        >
          {can.edit && <MenuItem onSelect={() => change(true)}>{m.edit()}</MenuItem>}
          {can.remove && <MenuItem onSelect={() => remove.mutate({ id: comment.id })}>{m.remove()}</MenuItem>}
        </Menu>
      )}
    </div>
  );
}
