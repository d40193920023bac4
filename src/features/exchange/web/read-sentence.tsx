import { Banner } from "../../../web/ui/banner.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./import.messages.json";
import type { Preview } from "./said.ts";

const m = messages(catalogue);

const steps = ["file", "mapping", "dry-run", "import"] as const;
const names = { file: m.stepFile, mapping: m.stepMapping, "dry-run": m.stepDryRun, import: m.stepImport };

export function Steps({ at }: { at: (typeof steps)[number] }) {
  const now = steps.indexOf(at);
  return (
    <ol className="im-st" aria-label={m.steps()}>
      {steps.map((step, place) => (
        <li
          key={step}
          className={place < now ? "past" : place === now ? "now" : undefined}
          aria-current={place === now ? "step" : undefined}
        >
          {names[step]()}
        </li>
      ))}
      <li className="im-f">{m.kinds()}</li>
    </ol>
  );
}

/** What was understood, in a sentence and in its parts. */
export function ReadSentence({ preview, took }: { preview: Preview; took: number }) {
  const format = useFormat();
  const { read, understood, guessed, keptAside } = preview.counts;
  const parts = [
    { of: understood - guessed, looks: undefined, words: m.asWritten() },
    { of: guessed, looks: "gs", words: m.withGuess() },
    { of: keptAside, looks: "ks", words: m.asideEach() },
  ];
  const { importedBefore } = preview;
  return (
    <section className="im-top" aria-labelledby="im-h">
      <Steps at="dry-run" />
      <h2 id="im-h" className="im-h" aria-live="polite">
        {read === 0
          ? m.noRows()
          : understood === 0
            ? m.nothingUnderstood({ read })
            : m.understood({ understood, read, guessed })}
      </h2>
      {read > 0 && (
        <>
          <div className="bar3" aria-hidden="true">
            {parts.map(({ of, looks }) => of > 0 && <i key={looks ?? "w"} className={looks} style={{ flex: of }} />)}
          </div>
          <ul className="bar3-k num">
            {parts.map(({ of, looks, words }) => (
              <li key={words}>
                <i className={looks} />
                <b>{of}</b> {words}
              </li>
            ))}
            <li className="meta">
              {m.readIn({ read, seconds: format.decimal((Math.max(100, took) / 1000).toFixed(1)) })}
            </li>
          </ul>
        </>
      )}
      {importedBefore && (
        <Banner
          kind="note"
          fact={m.importedBefore({ member: importedBefore.member.name, on: format.moment(importedBefore.recordedAt) })}
        >
          {m.importedBeforeSafe()}
        </Banner>
      )}
    </section>
  );
}
