import { Suspense, useState } from "react";
import { later } from "../../../web/later.tsx";
import { useSession } from "../../../web/session.ts";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { ellipsis } from "../../../web/ui/icons.ts";
import { Menu, MenuItem } from "../../../web/ui/menu.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { m, ownerWords, type Studio } from "./asking.ts";
import { closingWords } from "./closing-words.ts";
import { isOver } from "./plan-order.ts";
import { useStudio } from "./studio-context.ts";
import { useLineActs } from "./using-acts.ts";

const PlanOver = later(() => import("./plan-over.tsx"));

/** Whose plan for when, how far it is, who else is here, and what can be done with the whole of it. */
export function StudioHead() {
  const { studio, saving, savedAt, does, commentOn } = useStudio();
  const format = useFormat();
  const { member: viewer } = useSession();
  const { can, state } = studio;
  const asked = state !== "drafting";
  // Who is waited for answers first: one primary act on a page.
  const awaited = can.review && isAwaited(studio, viewer.id);
  return (
    <PageHead
      title={m.planFor({ cycle: studio.cycle.name })}
      sub={
        <>
          <span dir="auto">{ownerWords(studio)}</span>, {m[state]({ round: studio.round })} {closing(studio)}{" "}
          <span role="status">{saving ? m.saving() : savedAt ? m.saved({ time: format.time(savedAt) }) : ""}</span>
        </>
      }
      acts={
        <>
          <Present />
          {can.comment && (
            <Button keys="m" onClick={() => commentOn({ kind: "plan", id: studio.id })}>
              {m.comment()}
            </Button>
          )}
          <More />
          {can.askForReview && studio.objectives.length > 0 && (
            <Button
              kind={state === "approved" || awaited ? "plain" : "primary"}
              onClick={() => does({ what: "review" })}
            >
              {asked ? m.askAgainForReview() : m.askForReview()}
            </Button>
          )}
          {can.activate && (
            <Button
              kind={state === "approved" || !can.askForReview ? "primary" : "plain"}
              onClick={() => does({ what: "activate" })}
            >
              {m.activate()}
            </Button>
          )}
        </>
      }
    />
  );

  function closing({ review }: Studio) {
    if (!review?.closes || isOver(studio) || state === "approved") return null;
    return m.openUntil({ when: closingWords(review.closes, format) });
  }
}

function isAwaited({ review }: Studio, id: string): boolean {
  return review?.reviewers.some(({ member, verdict }) => member.id === id && verdict === "waiting") ?? false;
}

/** Who else looks at this plan now. */
function Present() {
  const { studio } = useStudio();
  const { member } = useSession();
  const others = studio.presence.filter((each) => each.member.id !== member.id);
  if (others.length === 0) return null;
  return (
    <span className="avatars">
      {others.slice(0, 5).map((each) => (
        <span key={each.member.id} title={each.member.name}>
          <Avatar name={each.member.name} size={28} />
          <span className="sr">{m.isHere({ name: each.member.name })}</span>
        </span>
      ))}
    </span>
  );
}

function More() {
  const { studio, does, begin, act, attempt } = useStudio();
  const acts = useLineActs();
  const { can, removed } = studio;
  if (!can.draft && !can.discard) return null;
  return (
    <Menu label={m.more()} button={{ icon: ellipsis, iconOnly: true }}>
      {can.draft && (
        <>
          <MenuItem onSelect={() => begin({ kind: "draft-objective" })}>{m.addObjective()}</MenuItem>
          <MenuItem onSelect={() => does({ what: "templates" })}>{m.fromTemplate()}</MenuItem>
          {studio.objectives.length > 0 && (
            <MenuItem onSelect={() => does({ what: "many" })}>{m.changeMany()}</MenuItem>
          )}
          {removed.slice(0, 5).map(({ kind, id, title }) => (
            <MenuItem key={id} onSelect={() => acts(({ putBack }, work) => putBack(work, kind, id))}>
              {m.putBack({ title })}
            </MenuItem>
          ))}
        </>
      )}
      {can.askForReview && studio.review && studio.state !== "drafting" && (
        <MenuItem onSelect={() => void attempt(() => act("planning.plans.withdrawReview", { id: studio.id }))}>
          {m.withdraw()}
        </MenuItem>
      )}
      {can.discard && (
        <>
          <hr />
          <MenuItem danger onSelect={() => does({ what: "discard" })}>
            {m.discard()}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

/** Above the plan: what went wrong, that it was discarded or activated, and what would make it better as a whole. */
export function Notices({ wrong, onSeen }: { wrong: string | null; onSeen: () => void }) {
  const { state, can } = useStudio().studio;
  return (
    <>
      {wrong && (
        <Banner kind="error" fact={m.didNotWork()} acts={<Button onClick={onSeen}>{m.understood()}</Button>}>
          {wrong}
        </Banner>
      )}
      {(state === "discarded" || state === "activated") && (
        <Suspense>
          <PlanOver />
        </Suspense>
      )}
      {can.draft && <PlanAdvice />}
    </>
  );
}

/** Limits and what is left to do, in one folded line: advice, never a block. */
function PlanAdvice() {
  const { studio } = useStudio();
  const format = useFormat();
  const [open, toggle] = useState(false);
  const { advice, energy } = studio;
  if (advice.length === 0) return null;
  return (
    <details className="plan-advise" open={open} onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
      <summary>{m.adviceCount({ count: advice.length })}</summary>
      <ul>
        {advice.map((each) => (
          <li key={each}>
            {m[each]()}
            {each === "energy-above-planned" &&
              ` ${m.energySum({ stated: format.decimal(energy.stated), planned: format.decimal(energy.planned) })}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
