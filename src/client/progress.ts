/** One line in the terminal that shows how far a long piece of work is. Nothing is written where nobody watches. */

export interface Progress {
  /** How much is done, of how much; written at most some ten times a second. */
  at(done: number, of: number): void;
  /** Clears the line. */
  end(): void;
}

type Watched = Pick<NodeJS.WriteStream, "isTTY" | "columns" | "write">;

/** `what` is said before the bar: "Backing up". */
export function openProgress(what: string, stream: Watched = process.stderr): Progress {
  let written = 0;
  return {
    at(done, of) {
      const now = performance.now();
      if (!stream.isTTY || (now - written < 80 && done < of)) return;
      written = now;
      stream.write(`\r${progressLine(what, of > 0 ? done / of : 1, stream.columns)}\x1b[K`);
    },
    end() {
      if (stream.isTTY && written > 0) stream.write("\r\x1b[K");
    },
  };
}

/** "Backing up ━━━━━╌╌╌╌╌ 50 %", never wider than the terminal; `share` is 0..1. */
export function progressLine(what: string, share: number, columns = 80): string {
  const percent = `${Math.floor(Math.min(1, Math.max(0, share)) * 100)}`.padStart(3);
  const width = Math.min(40, columns - what.length - percent.length - 5);
  if (width < 4) return `${what} ${percent} %`;
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return `${what} ${"━".repeat(full)}${"╌".repeat(width - full)} ${percent} %`;
}
