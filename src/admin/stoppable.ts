/** A person ended the work with Ctrl-C, or the machine is going down. */
export class Stopped extends Error {
  override name = "Stopped";
}

/** Runs work that Ctrl-C ends in good order; what was stopped throws `Stopped`. A second Ctrl-C ends at once. */
export async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = () => (stopping.signal.aborted ? process.exit(130) : stopping.abort(new Stopped("Stopped.")));
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(stopping.signal);
  } catch (error) {
    stopping.signal.throwIfAborted();
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
