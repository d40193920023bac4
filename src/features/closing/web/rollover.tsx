import { useState } from "react";
import { Link } from "wouter";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { useSession } from "../../../web/session.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { figureOf } from "../../okrs/web/public.tsx";
import { readScore } from "./grade-form.tsx";
import catalogue from "./rollover.messages.json";
import { invalidates } from "./words.ts";

const m = messages(catalogue);

type Rollover = OutputOf<"closing.rollovers.preview">;
type Item = Rollover["items"][number];
type Goer = Item["keyResults"][number];
type Choices = Record<string, { restart?: "end-value" | "zero"; target?: string }>;

/** What of a cycle goes on in the next one: shown before it is made; making it twice changes nothing. */
export function RolloverDesk({ cycleId }: { cycleId: string }) {
  const [toId, choose] = useState<string | undefined>();
  const asked = useAsk("closing.rollovers.preview", toId ? { cycleId, toId } : { cycleId }, {
    live: ["cycle"],
    keepPrevious: true,
  });
  return (
    <Asked of={asked} what={m.what()}>
      {(rollover) => <Whole rollover={rollover} onChoose={choose} />}
    </Asked>
  );
}

function Whole({ rollover, onChoose }: { rollover: Rollover; onChoose: (id: string) => void }) {
  const { cycle, targets, toId, items, undecided } = rollover;
  const { role } = useSession().member;
  const isClosed = cycle.state === "closed";
  const closesNext = cycle.state === "closing" && undecided === 0 && (role === "owner" || role === "champion");
  return (
    <section aria-labelledby="goes">
      <SectionHead
        id="goes"
        title={m.title()}
        aside={
          targets.length > 1 ? (
            <Select aria-label={m.intoLabel()} value={toId ?? ""} onChange={({ target }) => onChoose(target.value)}>
              {targets.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          ) : (
            targets[0] && m.into({ cycle: targets[0].name })
          )
        }
      />
      {undecided > 0 && (
        <p className="small">{isClosed ? m.leftOpen({ count: undecided }) : m.undecided({ count: undecided })}</p>
      )}
      {items.length === 0 && <p className="small">{isClosed ? m.nothingKept() : m.nothing()}</p>}
      {items.length > 0 && toId === null && <NoTarget />}
      {items.length > 0 && toId !== null && (
        <Items key={toId} cycleId={cycle.id} toId={toId} items={items} closesNext={closesNext} />
      )}
    </section>
  );
}

function NoTarget() {
  const { role } = useSession().member;
  return (
    <>
      <p className="small">{m.noTarget()}</p>
      {(role === "owner" || role === "champion") && (
        <p className="row">
          <ButtonLink size="sm" href="/settings/cycles">
            {m.plan()}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

interface ItemsProps {
  cycleId: string;
  toId: string;
  items: readonly Item[];
  /** Closing the cycle is the page's primary act then. */
  closesNext: boolean;
}

function Items({ cycleId, toId, items, closesNext }: ItemsProps) {
  const format = useFormat();
  const [choices, choose] = useState<Choices>({});
  const [taken, take] = useState<ReadonlySet<string>>(new Set());
  const make = useTell("closing.rollovers.create", {
    invalidates,
    onDone: ({ made }) => say(m.done(made)),
  });
  const going = items.filter((item) => goesAlong(item, taken));
  const isLeft = going.some((item) => isLeftToTakeAlong(item, choices));
  const keyResults = Object.entries(choices).map(([id, { restart, target }]) => ({
    id,
    ...(restart ? { restart } : {}),
    ...(target?.trim() ? { target: readScore(target, format.locale) } : {}),
  }));
  return (
    <>
      <ul className="clo-list">
        {items.map((item) => (
          <li key={item.id} className="clo-goes">
            <Link className="clo-row-t" href={`/objectives/${item.successorId ?? item.id}`} dir="auto">
              {item.title}
            </Link>
            <p className="meta">{standing(item)}</p>
            {isOffered(item) && (
              <label className="ck">
                <input
                  type="checkbox"
                  aria-label={m.takeAlongOf({ title: item.title })}
                  checked={taken.has(item.id)}
                  onChange={() => take((all) => all.symmetricDifference(new Set([item.id])))}
                />
                <span>{m.takeAlong()}</span>
              </label>
            )}
            {item.keyResults.map((each) => (
              <GoesOn
                key={each.id}
                keyResult={each}
                isMine={goesAlong(item, taken)}
                value={choices[each.id] ?? {}}
                onChange={(value) => choose((all) => ({ ...all, [each.id]: value }))}
              />
            ))}
          </li>
        ))}
      </ul>
      <FormProblem of={make.error} fields={[]} />
      {isLeft && (
        <p className="row">
          <Button
            kind={closesNext ? "plain" : "primary"}
            busy={make.isPending}
            onClick={() => make.mutate({ cycleId, toId, objectiveIds: going.map(({ id }) => id), keyResults })}
          >
            {m.rollOver()}
          </Button>
        </p>
      )}
    </>
  );
}

/** Left open when its cycle was closed: it goes on only where somebody takes it along. */
function isOffered({ next, successorId, can }: Item): boolean {
  return next === null && successorId === null && can.rollOver;
}

function goesAlong(item: Item, taken: ReadonlySet<string>): boolean {
  return item.can.rollOver && (!isOffered(item) || taken.has(item.id));
}

/** What is there already is not made again; a key result that asks for a new target comes after once it has one. */
function isLeftToTakeAlong({ can, successorId, keyResults }: Item, choices: Choices): boolean {
  const comesAfter = ({ id, asksTarget, successorId: next }: Goer) =>
    next === null && (!asksTarget || (choices[id]?.target ?? "").trim() !== "");
  return can.rollOver && (successorId === null || keyResults.some(comesAfter));
}

function standing({ next, successorId, can, links }: Item): string {
  const words = [successorId ? m.there() : can.rollOver ? "" : m.notYours()];
  if (next === null && successorId === null) words.unshift(m.wasLeftOpen());
  if (links.kept.length > 0) words.push(m.supports({ titles: links.kept.map(({ title }) => title).join(", ") }));
  if (links.lost.length > 0) words.push(m.lost({ titles: links.lost.map(({ title }) => title).join(", ") }));
  return words.filter(Boolean).join(". ");
}

interface GoesOnProps {
  keyResult: Goer;
  isMine: boolean;
  value: Choices[string];
  onChange: (value: Choices[string]) => void;
}

function GoesOn({ keyResult, isMine, value, onChange }: GoesOnProps) {
  const format = useFormat();
  const { title, start, measure, asksTarget, restart, successorId } = keyResult;
  const begins = start === null ? m.fromZero() : m.starts({ value: figureOf(start, keyResult, format) });
  const isOpen = isMine && successorId === null;
  return (
    <div className="clo-goer">
      <p>
        <span dir="auto">{title}</span> <span className="meta num">{successorId ? m.there() : begins}</span>
      </p>
      {isOpen && asksTarget && (
        <Field label={m.target({ title })} hint={m.asks()}>
          <Input
            inputMode="decimal"
            dir="ltr"
            value={value.target ?? ""}
            onChange={({ target }) => onChange({ ...value, target: target.value })}
          />
        </Field>
      )}
      {isOpen && !asksTarget && measure?.kind === "metric" && keyResult.unit === "%" && (
        <Field label={m.restart({ title })}>
          <Select
            value={value.restart ?? restart}
            onChange={({ target }) => onChange({ ...value, restart: target.value as "end-value" | "zero" })}
          >
            <option value="end-value">{m.endValue()}</option>
            <option value="zero">{m.zero()}</option>
          </Select>
        </Field>
      )}
    </div>
  );
}
