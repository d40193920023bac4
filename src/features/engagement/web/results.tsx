import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import catalogue from "./engagement.messages.json";
import { FigureTable, type Pulse } from "./figure-table.tsx";
import { groupName, sinceInWords, type Results as Told } from "./figure-words.ts";

const m = messages(catalogue);

/** What a closed pulse tells: each question by group, who answered, and comments. */
export function Results({ pulse, results }: { pulse: Pulse; results: Told }) {
  const format = useFormat();
  return (
    <div className="split pulse">
      <div className="stack">
        {results.questions.map(({ question, figures, earlier }) => (
          <section key={question} aria-labelledby={`q-${question}`}>
            <SectionHead id={`q-${question}`} title={m[question]()} aside={sinceInWords(figures[0], earlier, format)} />
            <FigureTable pulse={pulse} figures={figures} what={m.shareAgree()} />
          </section>
        ))}
        <section aria-labelledby="comments">
          <SectionHead id="comments" title={m.comments()} />
          {results.comments.length === 0 && <p className="meta">{m.commentsNone({ comments: pulse.comments })}</p>}
          {results.comments.map((list, at) => (
            <CommentList key={list.cell} pulse={pulse} list={list} open={at === 0} />
          ))}
        </section>
      </div>
      <aside className="stack rail">
        <section aria-labelledby="who">
          <SectionHead id="who" title={m.whoAnswered()} />
          <FigureTable pulse={pulse} figures={results.tookPart} what={m.tookPart()} whole />
        </section>
      </aside>
    </div>
  );
}

function CommentList({ pulse, list, open }: { pulse: Pulse; list: Told["comments"][number]; open: boolean }) {
  const cell = pulse.cells.find(({ id }) => id === list.cell);
  return (
    <details open={open}>
      <summary dir="auto">{m.commentsOf({ group: groupName(cell?.team ?? null) })}</summary>
      <ul className="pulse-c">
        {list.texts.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and they have nothing else of their own.
          <li key={at} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
