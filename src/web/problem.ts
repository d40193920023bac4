/** One field that was refused: its dotted name, what was expected there, and what to do. */
export interface FieldProblem {
  field: string;
  expected: string;
  todo: string;
}

/** What the server refused, as it said it (RFC 9457); status 0 when no answer came. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** The refused fields, when it was about fields. */
  readonly problems: readonly FieldProblem[];
  /** What else a person needs to decide: both values of a conflict, seconds until another attempt. */
  readonly data: Readonly<Record<string, unknown>>;

  constructor({ status, title, detail, problems, ...data }: ProblemAnswer) {
    super(detail || title);
    this.name = "Problem";
    this.status = status;
    this.title = title;
    this.detail = detail ?? "";
    this.problems = problems ?? [];
    this.data = data;
  }

  /** The same with every word of its refusals read by `read`. */
  worded(read: (words: string) => string): Problem {
    const problems = this.problems.map(({ field, expected, todo }) => ({
      field,
      expected: read(expected),
      todo: read(todo),
    }));
    return new Problem({ ...this.data, status: this.status, title: this.title, detail: read(this.detail), problems });
  }

  /** No answer came: the network is gone or the server is down. */
  get unreachable(): boolean {
    return this.status === 0;
  }

  /** An address that leads nowhere: nothing there, not yours, or not even an id. */
  get leadsNowhere(): boolean {
    return this.status === 404 || this.problems.some((problem) => problem.field === "id");
  }

  /** What is wrong with one field, in a sentence or two; undefined when nothing is. */
  at(field: string): string | undefined {
    const found = this.problems.find((problem) => problem.field === field);
    return found && `${capital(`expected ${found.expected}`)}. ${found.todo}`.trim();
  }
}

interface ProblemAnswer {
  status: number;
  title: string;
  detail?: string;
  problems?: readonly FieldProblem[];
  readonly [more: string]: unknown;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
