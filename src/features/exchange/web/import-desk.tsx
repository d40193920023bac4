import { useMemo, useState } from "react";
import { call, type OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { newId } from "../../../web/id.ts";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useKeys } from "../../../web/ui/keys.ts";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { Columns } from "./columns.tsx";
import { EarlierImports } from "./earlier-imports.tsx";
import catalogue from "./import.messages.json";
import { ImportDone } from "./import-done.tsx";
import { MissingNames } from "./missing-names.tsx";
import { Outcome } from "./outcome.tsx";
import { ProgressOf } from "./progress-of.tsx";
import { ReadSentence, Steps } from "./read-sentence.tsx";
import { RowsToLookAt } from "./rows-to-look-at.tsx";
import { askedWith, type ChosenFile, nothingSaid, type Preview, rowsMade, rowsToImport, type Said } from "./said.ts";
import { stale } from "./stale.ts";
import "./import.css";
import { useUndoImport } from "./undo-import.tsx";
import { type Reading, useReading } from "./use-reading.ts";

const m = messages(catalogue);

/** From a file to objectives: choose, look at what would come in, decide, import. */
export function ImportDesk() {
  const cycles = useAsk("okrs.cycles.list");
  return (
    <Asked of={cycles} what={m.title()} head={<PageHead title={m.title()} sub={m.intro()} />}>
      {({ items, currentId }) => (
        <Desk cycles={items.filter(({ state }) => state !== "closed")} currentId={currentId} />
      )}
    </Asked>
  );
}

type Imported = OutputOf<"exchange.imports.create">;
export type CycleChoice = { id: string; name: string };

function Desk({ cycles, currentId }: { cycles: readonly CycleChoice[]; currentId: string | null }) {
  const [file, choose] = useState<ChosenFile | null>(null);
  const [history, setHistory] = useState<readonly Said[]>([nothingSaid(currentId)]);
  const [done, setDone] = useState<Imported | null>(null);
  const said = history.at(-1) as Said;
  const reading = useReading(done ? null : file, said);
  const again = (next: ChosenFile | null) => {
    choose(next);
    setHistory([nothingSaid(currentId)]);
    setDone(null);
  };
  if (done) return <ImportDone of={done} onAnother={() => again(null)} />;
  if (!file) {
    return (
      <>
        <PageHead title={m.title()} sub={m.intro()} />
        <Steps at="file" />
        <ChooseFile onChoose={again} />
        <EarlierImports />
      </>
    );
  }
  return (
    <Reader
      file={file}
      reading={reading}
      said={said}
      cycles={cycles}
      onSay={(next) => setHistory((before) => [...before, next])}
      {...(history.length > 1 ? { onTakeBack: () => setHistory((before) => before.slice(0, -1)) } : {})}
      onAnother={again}
      onDone={setDone}
    />
  );
}

interface ReaderProps {
  file: ChosenFile;
  reading: Reading;
  said: Said;
  cycles: readonly CycleChoice[];
  onSay: (said: Said) => void;
  onTakeBack?: () => void;
  onAnother: (file: ChosenFile | null) => void;
  onDone: (imported: Imported) => void;
}

function Reader({ file, reading, said, cycles, onSay, onTakeBack, onAnother, onDone }: ReaderProps) {
  const { preview, problem, running } = reading;
  const importing = useImporting(file, said, preview, onDone, () => onAnother(null));
  const count = preview ? rowsToImport(preview) : 0;
  const ready = preview !== null && count > 0 && !running && !problem;
  useKeys([{ keys: "mod+enter", does: m.stepImport(), run: () => ready && importing.start() }]);
  if (importing.id) return <Importing file={file} id={importing.id} stop={importing.stop} />;
  const acts = (
    <>
      <ChooseFile compact onChoose={onAnother} />
      {preview && (
        <Button
          kind="primary"
          keys="mod+enter"
          busy={running !== null}
          disabled={count === 0}
          onClick={importing.start}
        >
          {count === 0 ? m.nothingNew() : m.importRows({ count })}
        </Button>
      )}
    </>
  );
  return (
    <>
      <PageHead title={m.title()} sub={<bdi>{m.dryRunOf({ file: file.name })}</bdi>} acts={acts} />
      {importing.stopped && (
        <Banner kind="note" fact={m.stopped()}>
          {m.stoppedSafe()}
        </Banner>
      )}
      {importing.problem && <Problems of={importing.problem} fact={m.notImported()} />}
      {problem ? (
        <Problems of={problem} fact={m.notRead()} again={reading.again} />
      ) : (
        !preview && <ProgressOf id={running} what={m.reading({ file: file.name })} />
      )}
      {preview && (
        <div aria-busy={running !== null}>
          <ReadSentence preview={preview} took={reading.took} />
          <div className="split im">
            <div className="stack">
              {preview.columns.length > 0 && <Columns of={preview.columns} said={said} onSay={onSay} />}
              <MissingNames of={preview} said={said} cycles={cycles} onSay={onSay} />
              <RowsToLookAt of={preview} said={said} onSay={onSay} onTakeBack={onTakeBack} />
            </div>
            <Outcome of={preview} />
          </div>
        </div>
      )}
    </>
  );
}

function Importing({ file, id, stop }: { file: ChosenFile; id: string; stop: () => void }) {
  return (
    <>
      <PageHead title={m.title()} acts={<Button onClick={stop}>{m.stop()}</Button>} />
      <Steps at="import" />
      <ProgressOf id={id} what={m.saving({ file: file.name })} at="saving" />
    </>
  );
}

type Problem = NonNullable<Reading["problem"]>;

function Problems({ of: problem, fact, again }: { of: Problem; fact: string; again?: () => void }) {
  const said = problem.problems.map(({ field }) => problem.at(field)).join(" ");
  return (
    <Banner
      kind="error"
      fact={problem.unreachable ? problem.title : fact}
      acts={again && <Button onClick={again}>{m.tryAgain()}</Button>}
    >
      {said || problem.message} {m.nothingSaved()}
    </Banner>
  );
}

function useImporting(
  file: ChosenFile,
  said: Said,
  preview: Preview | null,
  onDone: (imported: Imported) => void,
  onUndone: () => void,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same choices sent again are the same import; others are another.
  const id = useMemo(newId, [file, said]);
  const [stopped, setStopped] = useState(false);
  const undo = useUndoImport(onUndone);
  const tell = useTell("exchange.imports.create", {
    invalidates: stale,
    onDone: (imported) => {
      onDone(imported);
      if (rowsMade(imported) > 0) say(m.done({ file: imported.fileName }), () => undo.mutate({ id: imported.id }));
    },
  });
  return {
    id: tell.isPending ? id : null,
    stopped: stopped && tell.isError,
    problem: stopped ? null : tell.error,
    start: () => {
      setStopped(false);
      tell.mutate({ ...askedWith(file, said, preview), id });
    },
    stop: () => void call("exchange.imports.stop", { id }).then((answer) => setStopped(answer.stopped)),
  };
}
