/**
 * Writes that arrive together are written together: one transaction, one set of statements and one wait for the disk
 * for all of them. A group of one is a group too, so there is one path.
 */
import pg from "pg";
import type { Actor, Tx } from "./database.ts";
import type { EventRow, Fact } from "./record.ts";

/** A transaction that several share: nothing is recorded in it as if one of them had done it all. */
export type SharedTx = Omit<Tx, "actor" | "record" | "eventRow">;

/** One of a group, with what they ask. What is recorded for them carries their own name. */
export interface Caller<Input> {
  input: Input;
  eventRow(fact: Fact): EventRow;
}

/** What becomes of one of a group; "alone": to be tried again by itself, because the others would have to wait for it. */
export type Outcome<Answer> = { answer: Answer } | { refusal: unknown } | "alone";

/** A kind of write that takes in several at once. */
export interface Grouped<Input, Answer> {
  /** What an input changes: of several that change the same, one is in a group, the next in the next. */
  place(input: Input): string;
  /** Outcomes in the order of the callers. A refusal is one of them; what is thrown undoes the whole group. */
  write(tx: SharedTx, callers: readonly Caller<Input>[]): Promise<Outcome<Answer>[]>;
}

interface Waiting<Input, Answer> {
  actor: Actor;
  input: Input;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** Callers of one group at most, so that a transaction stays short. */
const most = 64;
/** Milliseconds after which a group that is still under way, since it waits for a lock, no longer keeps the next one back. */
const patience = 100;

/** The queue of one kind of write in one organisation: a group never holds two organisations. */
export class Queue<Input, Answer> {
  readonly #grouped: Grouped<Input, Answer>;
  readonly #write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  #waiting: Waiting<Input, Answer>[] = [];
  /** A group is about to leave, or one is under way. */
  #busy = false;

  constructor(grouped: Grouped<Input, Answer>, write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>) {
    this.#grouped = grouped;
    this.#write = write;
  }

  /** Takes part in the next group: at the end of this turn, or when the one under way has come back. */
  join(actor: Actor, input: Input): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ actor, input, resolve, reject });
      this.#leaveSoon();
    });
  }

  #leaveSoon(): void {
    if (this.#busy || this.#waiting.length === 0) return;
    this.#busy = true;
    setImmediate(() => {
      let back = false;
      const next = () => {
        if (back) return;
        back = true;
        this.#busy = false;
        this.#leaveSoon();
      };
      const impatient = setTimeout(next, patience);
      void this.#run(this.#nextGroup()).finally(() => {
        clearTimeout(impatient);
        next();
      });
    });
  }

  #nextGroup(): Waiting<Input, Answer>[] {
    const group = new Map<string, Waiting<Input, Answer>>();
    this.#waiting = this.#waiting.filter((each) => {
      const place = this.#grouped.place(each.input);
      if (group.size === most || group.has(place)) return true;
      group.set(place, each);
      return false;
    });
    return [...group.values()];
  }

  async #run(group: readonly Waiting<Input, Answer>[]): Promise<void> {
    try {
      const outcomes = await this.#write((tx) => this.#grouped.write(tx, group.map(callerIn(tx))));
      for (const [at, each] of group.entries()) this.#settle(each, outcomes[at] as Outcome<Answer>);
    } catch (error) {
      if (group.length === 1 || !isUndone(error)) for (const { reject } of group) reject(error);
      else for (const each of group) await this.#run([each]);
    }
  }

  #settle(each: Waiting<Input, Answer>, outcome: Outcome<Answer>): void {
    if (outcome === "alone") void this.#run([each]);
    else if ("answer" in outcome) each.resolve(outcome.answer);
    else each.reject(outcome.refusal);
  }
}

function callerIn(tx: Tx) {
  return <Input>({ actor, input }: { actor: Actor; input: Input }): Caller<Input> => ({
    input,
    eventRow: (fact) => tx.eventRow(fact, actor),
  });
}

/** The database refused a statement and so kept nothing of the group. Of a lost connection nobody can say that. */
function isUndone(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === "ERROR";
}
