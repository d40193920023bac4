import { Suspense, useState } from "react";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { later } from "../../../web/later.tsx";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { ellipsis, plus } from "../../../web/ui/icons.ts";
import { Menu, MenuItem } from "../../../web/ui/menu.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { StatusGlyph } from "../../../web/ui/status.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import "../../../web/ui/table.css";
import { betWords, type Initiative, whenWords } from "./bet-words.ts";
import type { Bettable } from "./initiative-form.tsx";
import catalogue from "./initiatives.messages.json";
import "./initiatives.css";

const m = messages(catalogue);
const Form = later(() => import("./initiative-form.tsx"));

/** What an initiative's changes make untrue. */
const invalidates = ["roadmap", "okrs.search", "focus", "activity.history"] as const;

interface InitiativesProps {
  objectiveId: string;
  /** The key results that a new one may name. */
  keyResults: readonly Bettable[];
  /** Nothing more is planned for what has ended. */
  hasEnded: boolean;
}

/** What is made to move an objective's key results. */
export function Initiatives({ objectiveId, keyResults, hasEnded }: InitiativesProps) {
  const asked = useAsk("roadmap.initiatives.list", { objectiveId, limit: 200 }, { live: ["initiative"] });
  const [writing, write] = useState<Initiative | "new" | null>(null);
  return (
    <section className="inis" aria-labelledby="inis">
      <div className="inis-h">
        <h2 id="inis">{m.title()}</h2>
        <p className="meta">{m.words()}</p>
        {asked.data?.can.create && !hasEnded && (
          <Button size="sm" icon={plus} onClick={() => write("new")}>
            {m.plan()}
          </Button>
        )}
      </div>
      <Asked of={asked} what={m.what()}>
        {({ items }) =>
          items.length === 0 ? <p className="small">{m.none()}</p> : <Table initiatives={items} onEdit={write} />
        }
      </Asked>
      {writing && (
        <Suspense>
          <Form
            initiative={writing === "new" ? undefined : writing}
            objectiveId={objectiveId}
            keyResults={keyResults}
            onClose={() => write(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

function Table({
  initiatives,
  onEdit,
}: {
  initiatives: readonly Initiative[];
  onEdit: (initiative: Initiative) => void;
}) {
  const [removing, remove] = useState<Initiative | null>(null);
  const removal = useTell("roadmap.initiatives.remove", {
    invalidates,
    onDone: () => {
      say(m.removed({ title: removing?.title ?? "" }));
      remove(null);
    },
  });
  return (
    <div className="tbl-scroll">
      <table className="tbl ini">
        <thead className="sr">
          <tr>
            {[m.initiative(), m.moves(), m.owner(), m.when(), m.state()].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {initiatives.map((initiative) => (
            <Row key={initiative.id} initiative={initiative} onEdit={onEdit} onRemove={remove} />
          ))}
        </tbody>
      </table>
      <Confirm
        open={removing !== null}
        onClose={() => remove(null)}
        title={m.removeQuestion({ title: removing?.title ?? "" })}
        verb={m.removeVerb()}
        busy={removal.isPending}
        onConfirm={() => removing && removal.mutate({ id: removing.id })}
      >
        <p>{m.removeWords()}</p>
        {removal.error && <p role="alert">{removal.error.message}</p>}
      </Confirm>
    </div>
  );
}

interface RowProps {
  initiative: Initiative;
  onEdit: (initiative: Initiative) => void;
  onRemove: (initiative: Initiative) => void;
}

function Row({ initiative, onEdit, onRemove }: RowProps) {
  const format = useFormat();
  const { title, owner, bets, state, can } = initiative;
  return (
    <tr>
      <th scope="row">
        <span className="ini-t">
          <StateGlyph state={state} />
          <span dir="auto">{title}</span>
          {initiative.private && <span className="tag">{m.private()}</span>}
        </span>
      </th>
      <td dir="auto">
        {bets.map((bet) => (
          <span key={bet.keyResult.id} className="ini-b">
            {betWords(bet, state, format)}
          </span>
        ))}
        {bets.length === 0 && m.noBet()}
      </td>
      <td>
        {owner ? (
          <span title={owner.name}>
            <Avatar name={owner.name} size={20} />
            <span className="sr">{owner.name}</span>
          </span>
        ) : (
          m.nobody()
        )}
      </td>
      <td className="num">{whenWords(initiative, format)}</td>
      <td className="end">
        {can.edit ? (
          <span className="ini-a">
            <StatePick initiative={initiative} />
            <Menu label={m.more({ title })} button={{ size: "sm", kind: "quiet", icon: ellipsis, iconOnly: true }}>
              <MenuItem onSelect={() => onEdit(initiative)}>{m.edit()}</MenuItem>
              <MenuItem danger onSelect={() => onRemove(initiative)}>
                {m.remove()}
              </MenuItem>
            </Menu>
          </span>
        ) : (
          m[state]()
        )}
      </td>
    </tr>
  );
}

const states = ["planned", "doing", "done", "dropped"] as const;
const said = { planned: m.isPlanned, doing: m.isDoing, done: m.isDone, dropped: m.isDropped };

/** How far it is: chosen in the row, done at once, with Undo. */
function StatePick({ initiative: { id, title, version, state } }: { initiative: Initiative }) {
  const set = useTell("roadmap.initiatives.setState", { invalidates });
  const change = async (to: Initiative["state"]) => {
    const changed = await set.mutateAsync({ id, version, state: to }).catch((problem: Error) => {
      say(problem.message);
      return null;
    });
    if (!changed) return;
    say(said[to]({ title }), () => set.mutate({ id, version: changed.version, state }));
  };
  return (
    <Select
      className="pick"
      aria-label={m.stateOf({ title })}
      value={state}
      disabled={set.isPending}
      onChange={({ target }) => void change(target.value as Initiative["state"])}
    >
      {states.map((each) => (
        <option key={each} value={each}>
          {m[each]()}
        </option>
      ))}
    </Select>
  );
}

/** Shape only: how far the work is says nothing of how the numbers are. */
function StateGlyph({ state }: { state: Initiative["state"] }) {
  if (state === "done") return <StatusGlyph status="achieved" />;
  if (state === "dropped") return <StatusGlyph status="dropped" />;
  if (state === "planned") return <StatusGlyph status="not-started" />;
  return (
    <svg className="glyph st-not-started" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.4" className="g-s" />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8Z" className="g-f" />
    </svg>
  );
}
