import type { OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { weekdayNames } from "../../../web/ui/calendar-words.ts";
import { Field, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./profile.messages.json";
import { weekdayOf } from "./week-draft.ts";

const m = messages(catalogue);

type Mine = OutputOf<"workplace.presence.mine">;
type Said = Mine["dayPreferences"];

/** On which weekdays one likes to come in, said once and read when anchor days are worked out. */
export function DaysThatSuit({ mine }: { mine: Mine }) {
  const { locale } = useFormat();
  const names = weekdayNames(locale);
  const save = useTell("workplace.presence.setProfile", {
    invalidates: ["workplace"],
    onDone: () => say(m.suitSaved()),
  });
  const said: Said = save.isPending ? (save.variables.dayPreferences ?? {}) : mine.dayPreferences;
  const choose = (weekday: keyof Said, word: string) => {
    const { [weekday]: _, ...others } = said;
    const dayPreferences = word === "" ? others : { ...others, [weekday]: word as "suits" };
    save.mutate({ version: mine.version, dayPreferences });
  };
  return (
    <fieldset className="wp-s">
      <legend className="label">{m.suit()}</legend>
      <p className="meta">{m.suitWords()}</p>
      <div>
        {mine.days
          .filter(({ worked }) => worked)
          .map(({ day }) => {
            const weekday = weekdayOf(day) as keyof Said;
            return (
              <Field key={weekday} label={names[Number(weekday) - 1]}>
                <Select
                  value={said[weekday] ?? ""}
                  disabled={save.isPending}
                  onChange={({ target }) => choose(weekday, target.value)}
                >
                  <option value="">{m.allTheSame()}</option>
                  <option value="suits">{m.suits()}</option>
                  <option value="rather-not">{m.ratherNot()}</option>
                </Select>
              </Field>
            );
          })}
      </div>
      <FormProblem of={save.error} fields={[]} />
    </fieldset>
  );
}
