import { useAsk } from "../../../../web/ask.ts";
import { weekdayNames } from "../../../../web/ui/calendar-words.ts";
import { Field, Input, TextArea } from "../../../../web/ui/field.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { KindSelect } from "../kind-select.tsx";
import { isArrangement } from "../words.ts";
import { m, type PartProps } from "./edit-words.ts";

/** What is asked, of which kind, and why. */
export function RulePart({ draft, change, wrong, odd }: PartProps) {
  return (
    <>
      <section className="pe-s" aria-labelledby="pe-rule">
        <h2 id="pe-rule">{m.rule()}</h2>
        <div>
          <Field label={m.name()} error={wrong("title")}>
            <Input value={draft.title} onChange={({ target }) => change({ title: target.value })} />
          </Field>
          <Field label={m.ruleLabel()} hint={m.ruleHint()} error={wrong("rule")} odd={odd("rule")}>
            <TextArea value={draft.rule} onChange={({ target }) => change({ rule: target.value })} />
          </Field>
          <Field label={m.kind()} error={wrong("kind")}>
            <KindSelect value={draft.kind} onChange={(kind) => change({ kind })} />
          </Field>
          {isArrangement(draft.kind) && <Office {...{ draft, change, wrong, odd }} />}
        </div>
      </section>
      <section className="pe-s" aria-labelledby="pe-why">
        <h2 id="pe-why">{m.why()}</h2>
        <div>
          <Field label={m.whyLabel()} optional error={wrong("why")}>
            <TextArea value={draft.why} onChange={({ target }) => change({ why: target.value })} />
          </Field>
          <Imperatives {...{ draft, change, wrong, odd }} />
        </div>
      </section>
    </>
  );
}

/** What an arrangement asks of a week; against it everybody sees their own fit. */
function Office({ draft: { office }, change, wrong }: PartProps) {
  const { locale } = useFormat();
  const names = weekdayNames(locale, "short");
  const toggle = (day: string) => {
    const weekdays = office.weekdays.includes(day)
      ? office.weekdays.filter((each) => each !== day)
      : [...office.weekdays, day].sort();
    change({ office: { ...office, weekdays } });
  };
  const days = (typed: string) => (typed === "" ? null : Number(typed));
  return (
    <div className="pe-r">
      <Field label={m.officeDays()} error={wrong("office.days")}>
        <Input
          type="number"
          min={0}
          max={7}
          value={office.days ?? ""}
          onChange={({ target }) => change({ office: { ...office, days: days(target.value) } })}
        />
      </Field>
      <fieldset className="pe-d">
        <legend className="label">{m.weekdays()}</legend>
        {names.map((name, at) => (
          <label key={name} className="ck">
            <input
              type="checkbox"
              checked={office.weekdays.includes(String(at + 1))}
              onChange={() => toggle(String(at + 1))}
            />
            {name}
          </label>
        ))}
        {wrong("office.weekdays") && <p className="pe-bad">{wrong("office.weekdays")}</p>}
      </fieldset>
    </div>
  );
}

function Imperatives({ draft: { imperatives }, change, wrong }: PartProps) {
  const asked = useAsk("strategy.imperatives.list", undefined, { live: ["imperative"] });
  const offered = asked.data?.items ?? [];
  const isChosen = (id: string) => imperatives.some((each) => each.id === id);
  const toggle = (id: string, statement: string) =>
    change({
      imperatives: isChosen(id) ? imperatives.filter((each) => each.id !== id) : [...imperatives, { id, statement }],
    });
  return (
    <fieldset className="pe-c">
      <legend className="label">{m.imperatives()}</legend>
      {asked.data && offered.length === 0 && <p className="meta">{m.noImperatives()}</p>}
      {offered.map(({ id, statement }) => (
        <label key={id} className="ck">
          <input type="checkbox" checked={isChosen(id)} onChange={() => toggle(id, statement)} />
          <span dir="auto">{statement}</span>
        </label>
      ))}
      {wrong("imperativeIds") && <p className="pe-bad">{wrong("imperativeIds")}</p>}
    </fieldset>
  );
}
