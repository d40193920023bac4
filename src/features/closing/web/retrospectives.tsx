import { type FormEvent, useState } from "react";
import { Link, useLocation } from "wouter";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./retrospective.messages.json";

const m = messages(catalogue);

type List = OutputOf<"closing.retrospectives.list">;
type Row = List["items"][number];

/** The retrospectives of a cycle that one takes part in, and the way to start one. */
export function Retrospectives({ cycleId }: { cycleId: string }) {
  const asked = useAsk("closing.retrospectives.list", { cycleId }, { live: ["cycle"] });
  const [starting, start] = useState(false);
  return (
    <section aria-labelledby="retros">
      <SectionHead id="retros" title={m.retrospectives()} />
      <Asked of={asked} what={m.retrospectives()}>
        {({ items, mayStart }) => (
          <>
            {items.length === 0 && <p className="small">{m.none()}</p>}
            <ul className="clo-list">
              {items.map((row) => (
                <li key={row.id} className="clo-row">
                  <Link className="clo-row-t" href={`/retrospectives/${row.id}`} dir="auto">
                    {row.team?.name ?? m.everyone()}
                  </Link>
                  <Standing row={row} />
                </li>
              ))}
            </ul>
            {mayStart.length > 0 && !starting && (
              <p className="row">
                <Button size="sm" onClick={() => start(true)}>
                  {m.start()}
                </Button>
              </p>
            )}
            {starting && <StartForm cycleId={cycleId} mayStart={mayStart} onClose={() => start(false)} />}
          </>
        )}
      </Asked>
    </section>
  );
}

function Standing({ row }: { row: Row }) {
  const format = useFormat();
  const when = row.isOpen ? m.isOpen() : row.opensAt ? m.opensAt({ when: format.moment(row.opensAt) }) : "";
  return <span className="meta">{[m.written({ count: row.written }), when].filter(Boolean).join(", ")}</span>;
}

interface StartFormProps {
  cycleId: string;
  mayStart: List["mayStart"];
  onClose: () => void;
}

function StartForm({ cycleId, mayStart, onClose }: StartFormProps) {
  const [, go] = useLocation();
  const [id] = useState(newId);
  const [teamId, choose] = useState(mayStart[0]?.team?.id ?? "");
  const [named, show] = useState(true);
  const [opensOn, opens] = useState("");
  const begin = useTell("closing.retrospectives.start", {
    invalidates: ["closing", "activity.history"],
    onDone: ({ team }) => {
      say(m.started({ team: team?.name ?? m.everyone() }));
      go(`/retrospectives/${id}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ id, cycleId, named, teamId: teamId || null, opensOn: opensOn || null });
  };
  return (
    <form className="clo-form" onSubmit={submit} noValidate>
      <div className="clo-pair">
        <Field label={m.team()}>
          <Select value={teamId} onChange={({ target }) => choose(target.value)}>
            {mayStart.map(({ team }) => (
              <option key={team?.id ?? ""} value={team?.id ?? ""}>
                {team?.name ?? m.everyone()}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={m.opensOn()} optional hint={m.opensOnHint()} error={begin.error?.at("opensOn")}>
          <Input type="date" value={opensOn} onChange={({ target }) => opens(target.value)} />
        </Field>
      </div>
      <Field label={m.names()} hint={m.namesHint()}>
        <Select value={named ? "with" : "without"} onChange={({ target }) => show(target.value === "with")}>
          <option value="with">{m.withNames()}</option>
          <option value="without">{m.withoutNames()}</option>
        </Select>
      </Field>
      <FormProblem of={begin.error} fields={["opensOn"]} />
      <p className="row">
        <Button type="submit" kind="primary" busy={begin.isPending}>
          {m.begin()}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.cancel()}
        </Button>
      </p>
    </form>
  );
}
