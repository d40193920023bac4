/**
 * What others change appears here without a reload. One stream per browser, however many tabs: the tab that holds
 * the lock listens and passes on what it hears. The stream says what changed, never how: answers are asked for again.
 */
import type { Query, QueryClient } from "@tanstack/react-query";

interface Subject {
  kind: string;
  id: string;
}

/** Nothing was heard for a while: everything on show may be out of date. */
type Heard = { subjects: readonly Subject[] } | "everything";
/** "presence" and an id: told to whoever listens for it, and forgotten. */
type Passing = { passing: string };

const name = "throughline-live";
/** The kind under which a guest hears that something changed, and everybody that a great deal did. */
const unnamed = "any";
/** Milliseconds over which browsers spread their questions, so that one check-in does not call everyone at once. */
const spread = 1500;
/** Milliseconds until another attempt, when the server closed the stream. */
const pause = 15_000;

/** Listens until the returned function is called. */
export function listenLive(queries: QueryClient): () => void {
  const stop = new AbortController();
  const channel = new BroadcastChannel(name);
  const gather = gathered((heard) => refetch(queries, heard));
  const hear = (heard: Heard | Passing) => {
    if (typeof heard === "object" && "passing" in heard) dispatchEvent(new Event(heard.passing));
    else gather(heard);
  };
  channel.onmessage = ({ data }: MessageEvent<Heard | Passing>) => hear(data);
  void whileLeading(stop.signal, () =>
    stream(stop.signal, (heard) => {
      hear(heard);
      channel.postMessage(heard);
    }),
  );
  stop.signal.addEventListener("abort", () => channel.close());
  return () => stop.abort();
}

/** Whether an answer is out of date: something unnamed changed, it mentions a thing that changed, or said that it cares about things of its kind. */
export function concerns(query: Pick<Query, "meta" | "queryKey" | "state">, subjects: readonly Subject[]): boolean {
  const kinds = (query.meta?.live ?? []) as readonly string[];
  if (subjects.some(({ kind }) => kind === unnamed || kinds.includes(kind))) return true;
  const said = JSON.stringify([query.queryKey, query.state.data]);
  return subjects.some(({ id }) => said.includes(id));
}

function refetch(queries: QueryClient, heard: Heard): void {
  if (heard === "everything") void queries.invalidateQueries();
  else void queries.invalidateQueries({ predicate: (query) => concerns(query, heard.subjects) });
}

/** Collects what is heard within a random part of `spread` and hands it on once. */
function gathered(act: (heard: Heard) => void): (heard: Heard) => void {
  let waiting: Heard | undefined;
  return (heard) => {
    const idle = waiting === undefined;
    waiting =
      heard === "everything" || waiting === "everything"
        ? "everything"
        : { subjects: [...(waiting?.subjects ?? []), ...heard.subjects] };
    if (!idle) return;
    setTimeout(() => {
      const all = waiting;
      waiting = undefined;
      if (all) act(all);
    }, Math.random() * spread);
  };
}

/** Browsers offer locks to secure pages only; elsewhere every tab listens for itself. */
async function whileLeading(signal: AbortSignal, lead: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return lead();
  await navigator.locks.request(name, { signal }, lead).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** One event stream, kept open until the signal; whatever was missed while it was closed is asked for again. */
function stream(signal: AbortSignal, tell: (heard: Heard | Passing) => void): Promise<void> {
  return new Promise((done) => {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout>;
    let interrupted = false;
    const open = () => {
      source = new EventSource("/api/live");
      source.onmessage = ({ data }) => tell(JSON.parse(data));
      source.onopen = () => {
        if (interrupted) tell("everything");
        interrupted = false;
      };
      source.onerror = () => {
        interrupted = true;
        if (source.readyState === EventSource.CLOSED) again = setTimeout(open, pause * (0.5 + Math.random()));
      };
    };
    signal.addEventListener("abort", () => {
      clearTimeout(again);
      source.close();
      done();
    });
    open();
  });
}
