import { answerInWords, m, useAgreementWords, type Agreed as Words } from "./agreement-words.ts";
import "./agreements.css";

/** What was agreed, to be read. */
export function Agreed({ agreed }: { agreed: Words }) {
  const words = useAgreementWords();
  const { coreHours, meetingFree, channels, asyncByDefault, notes } = agreed;
  return (
    <dl className="agr">
      {coreHours && (
        <div>
          <dt>{m.coreHours()}</dt>
          <dd>{words.coreHours(coreHours)}</dd>
        </div>
      )}
      {meetingFree.length > 0 && (
        <div>
          <dt>{m.meetingFree()}</dt>
          {meetingFree.map((block) => (
            <dd key={words.hours(block)}>{words.hours(block)}</dd>
          ))}
        </div>
      )}
      {asyncByDefault && (
        <div>
          <dt>{m.async()}</dt>
          <dd>{m.asyncWords()}</dd>
        </div>
      )}
      {channels.map(({ name, use, answerWithin }) => (
        <div key={name}>
          <dt dir="auto">{name}</dt>
          <dd>
            {use && <span dir="auto">{use}</span>}
            {answerWithin && (
              <small>
                {m.answer()} {answerInWords(answerWithin)}
              </small>
            )}
          </dd>
        </div>
      ))}
      {notes && (
        <div>
          <dt>{m.notes()}</dt>
          <dd dir="auto" className="agr-w">
            {notes}
          </dd>
        </div>
      )}
    </dl>
  );
}
