import { useFormat } from "../../../../web/ui/format.ts";
import { armName } from "./arms-chart.tsx";
import { type Evidence, e, figureWords, type Outcome } from "./evidence-words.ts";
import { ScrollTable } from "./scrolling.tsx";

/** The teams behind a figure, and those that could not be counted. */
export function MadeOf({ outcome, design }: { outcome: Outcome; design: Evidence["design"] }) {
  const format = useFormat();
  const { teams, leftOut, sizeThatMatters } = outcome;
  if (teams.covered.length + teams.others.length + leftOut.length === 0) return null;
  const say = (value: number | null) => figureWords(value, outcome, sizeThatMatters, format);
  return (
    <details className="ev-d">
      <summary>{e.madeOf()}</summary>
      <ScrollTable
        label={e.teamsOf({ name: outcome.name })}
        heads={[e.team(), e.arm(), e.before(), e.after(), e.weeks()]}
      >
        {(["covered", "others"] as const).flatMap((arm) =>
          teams[arm].map(({ id, name, before, after, weeks }) => (
            <tr key={`${arm} ${id}`}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>{armName(arm, design)}</td>
              <td>{say(before)}</td>
              <td>{say(after)}</td>
              <td>{format.number(weeks)}</td>
            </tr>
          )),
        )}
        {leftOut.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <td>{e["left-out"]()}</td>
            <td colSpan={3} />
          </tr>
        ))}
      </ScrollTable>
    </details>
  );
}
