/**
 * A few seconds of memory for questions asked on every request ("whose session is this?"), so that a hit costs no SQL.
 * What is withdrawn is forgotten at once, also while the answer is still on its way.
 */

export interface Memory<Answer> {
  /** The remembered answer for the key, or a fresh one. Simultaneous questions ask once; failures are not remembered. */
  recall(key: string, now: number, ask: () => Promise<Answer | null>): Promise<Answer | null>;
  /** Forgets every answer that `isAbout` holds for, and everything still being asked. */
  forget(isAbout: (answer: Answer) => boolean): void;
}

/** Answers live for `seconds`; beyond `most` the oldest are let go. An answer of null is never remembered. */
export function createMemory<Answer>({ seconds, most = 20_000 }: { seconds: number; most?: number }): Memory<Answer> {
  const known = new Map<string, { answer: Answer; until: number }>();
  const asking = new Map<string, Promise<Answer | null>>();

  async function ask(key: string, now: number, question: () => Promise<Answer | null>) {
    const answering = question();
    asking.set(key, answering);
    try {
      const answer = await answering;
      const stillWanted = asking.get(key) === answering;
      if (answer !== null && stillWanted) known.set(key, { answer, until: now + seconds * 1000 });
      if (known.size > most) known.delete(known.keys().next().value!);
      return answer;
    } finally {
      if (asking.get(key) === answering) asking.delete(key);
    }
  }

  return {
    async recall(key, now, question) {
      const remembered = known.get(key);
      if (remembered && now < remembered.until) return remembered.answer;
      known.delete(key);
      return asking.get(key) ?? ask(key, now, question);
    },
    forget(isAbout) {
      asking.clear();
      for (const [key, { answer }] of known) if (isAbout(answer)) known.delete(key);
    },
  };
}
