import { useFormat } from "../../../../web/ui/format.ts";
import { e, type Outcome } from "./evidence-words.ts";
import { ScrollTable } from "./scrolling.tsx";

/** What pulses told of each arm, as it was published. */
export function Pulses({ figures }: { figures: Outcome["pulses"] }) {
  const format = useFormat();
  if (figures.length === 0) return null;
  const told = ({ reads, share }: Outcome["pulses"][number]) => {
    const words = share === null ? "" : format.percent(share);
    if (reads === "withheld") return e.isWithheld();
    if (reads === "or-more") return e.orMore({ share: words });
    if (reads === "or-less") return e.orLess({ share: words });
    return reads === "about" ? e.about({ share: words }) : words;
  };
  return (
    <ScrollTable label={e.pulses()} heads={[e.pulseOn(), e.arm(), e.told(), e.answers()]}>
      {figures.map((figure) => (
        <tr key={`${figure.pulseId} ${figure.arm}`}>
          <th scope="row">{format.date(figure.on)}</th>
          <td>{e[figure.arm]()}</td>
          <td>{told(figure)}</td>
          <td>{figure.answersFrom === null ? "" : e.answersFrom({ count: figure.answersFrom })}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
