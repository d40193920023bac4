import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call, type OutputOf } from "../../../web/api.ts";
import { keyOf } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import type { Problem } from "../../../web/problem.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useFocusOnGrown } from "../../../web/ui/focus-on-grown.ts";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { arrowRight } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { formatFigure } from "../../okrs/web/public.tsx";
import catalogue from "./check-in-feed.messages.json";
import { type Change, type CheckIn, changesOf, type Told } from "./feed.ts";
import "./check-in-feed.css";

const m = messages(catalogue);

type Page = OutputOf<"cadence.checkIns.list">;

/** How many are shown before the earlier ones are asked for. */
const first = 4;

interface CheckInFeedProps {
  objectiveId: string;
  keyResults: readonly Told[];
}

/** What was reported on an objective's key results, the latest first: from what to what, how sure, what changed, blocker, ask. */
export function CheckInFeed({ objectiveId, keyResults }: CheckInFeedProps) {
  const feed = useFeed(objectiveId);
  const [shown, show] = useState(first);
  const known = new Map(keyResults.map((each) => [each.id, each]));
  const all = feed.isSuccess && !feed.hasNextPage;
  const count = feed.data?.pages.flatMap(({ items }) => items).length ?? 0;
  const ended = count <= shown && !feed.hasNextPage;
  const grown = useFocusOnGrown(ended);
  return (
    <section aria-labelledby="feed">
      <SectionHead id="feed" title={m.title()} aside={all && count > 0 && m.count({ count })} />
      <Asked of={feed} what={m.title()}>
        {({ pages }) => {
          const changes = changesOf(
            pages.flatMap(({ items }) => items),
            all,
          );
          return changes.length === 0 ? (
            <p className="small">{m.none()}</p>
          ) : (
            <ol className="posts">
              {changes.slice(0, shown).map((change) => (
                <Post key={change.checkIn.id} {...change} of={known.get(change.checkIn.keyResult.id)} />
              ))}
            </ol>
          );
        }}
      </Asked>
      <span ref={grown.beside} hidden />
      {!ended && (
        <Button
          kind="quiet"
          size="sm"
          busy={feed.isFetchingNextPage}
          onClick={() => {
            grown.asked();
            show(Number.POSITIVE_INFINITY);
            if (shown >= count) void feed.fetchNextPage();
          }}
        >
          {all ? m.earlierOf({ count: count - shown }) : m.earlier()}
        </Button>
      )}
    </section>
  );
}

function useFeed(objectiveId: string) {
  const input = { objectiveId, limit: 30 };
  return useInfiniteQuery<Page, Problem, { pages: Page[] }, readonly unknown[], string | null>({
    queryKey: [...keyOf("cadence.checkIns.list", input), "pages"],
    queryFn: ({ pageParam, signal }) =>
      call("cadence.checkIns.list", { ...input, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    meta: { live: ["check-in", "ask"] },
  });
}

function Post({ checkIn, before, isFirst, of: keyResult }: Change & { of: Told | undefined }) {
  const format = useFormat();
  const { member, confidence, whatChanged, blocker, recordedAt, editedAt } = checkIn;
  return (
    <li>
      <Avatar name={member.name} />
      <div>
        <p className="post-h">
          <b dir="auto">{member.name}</b>
          <time className="meta" dateTime={recordedAt} title={format.moment(recordedAt)}>
            {format.day(recordedAt)}
          </time>
        </p>
        <p className="post-k">
          <span dir="auto">{checkIn.keyResult.title}</span>
          {keyResult && <FromTo checkIn={checkIn} before={before} isFirst={isFirst} keyResult={keyResult} />}
          <span className="num">{m.confidence({ mark: confidence })}</span>
          {editedAt && <span>{m.edited({ day: format.day(editedAt) })}</span>}
        </p>
        {whatChanged && (
          <p className="post-w" dir="auto">
            {whatChanged}
          </p>
        )}
        {blocker && (
          <p className="post-w blk" dir="auto">
            <b>{m.blocker()}</b> {blocker}
          </p>
        )}
        <Asking of={checkIn.ask} />
      </div>
    </li>
  );
}

function Asking({ of: ask }: { of: CheckIn["ask"] }) {
  if (!ask) return null;
  return (
    <p className="post-w blk is-ask" dir="auto">
      <b>{m.ask({ name: ask.to.name })}</b> {ask.text}
      {ask.closedAt && <span className="meta">{ask.reply ? m.answered({ reply: ask.reply }) : m.closed()}</span>}
    </p>
  );
}

function FromTo({ checkIn, before, isFirst, keyResult }: Change & { keyResult: Told }) {
  const format = useFormat();
  const to = reported(checkIn, keyResult, format);
  if (to === null) return null;
  const from = before ? reported(before, keyResult, format) : isFirst ? begun(keyResult, format) : null;
  return (
    <span className="post-v num">
      {from !== null && from !== to && (
        <>
          <span className="sr">{m.from()}</span>
          {from}
          <Icon of={arrowRight} size={12} />
          <span className="sr">{m.to()}</span>
        </>
      )}
      <b>{to}</b>
    </span>
  );
}

/** What one check-in says; null where it says no more than its words. */
function reported({ value, milestonesDone, done }: CheckIn, keyResult: Told, format: Format): string | null {
  const { measure } = keyResult;
  if (milestonesDone && (measure.kind === "milestones" || measure.kind === "score-table")) {
    const all = measure.kind === "milestones" ? measure.milestones : measure.steps;
    return m.steps({ done: milestonesDone.length, all: all.length });
  }
  if (done !== null) return done ? m.done() : m.notYet();
  return value === null ? null : figure(value, keyResult, format);
}

/** Where a number began. */
function begun(keyResult: Told, format: Format): string | null {
  return keyResult.measure.kind === "metric" ? figure(keyResult.measure.start, keyResult, format) : null;
}

function figure(value: string, { unit, decimals }: Told, { locale }: Format): string {
  return formatFigure(value, { unit: unit || null, decimals, locale });
}
