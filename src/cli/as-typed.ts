/** Refusals in the words of the command: the flag that was typed instead of the field of the API that it fills. */
import { Problem } from "../web/problem.ts";

/** By a field of the operation, the word a person typed for it: energy → --energy. */
export type TypedAs = Readonly<Record<string, string>>;

/** Answers as `asking` does; what is refused of a field is told of the word that stands for it. */
export async function asTyped<Answer>(words: TypedAs, asking: Promise<Answer>): Promise<Answer> {
  try {
    return await asking;
  } catch (error) {
    throw error instanceof Problem ? inWordsTyped(error, words) : error;
  }
}

function inWordsTyped(problem: Problem, words: TypedAs): Problem {
  const { status, title, detail, data } = problem;
  const problems = problem.problems.map(({ field, ...said }) => ({ ...said, field: typedAs(field, words) }));
  return new Problem({ ...data, status, title, detail, problems });
}

/** "measure.target" is in --measure: "--measure target". */
function typedAs(field: string, words: TypedAs): string {
  const [first = "", ...within] = field.split(".");
  return [words[first] ?? first, within.join(".")].filter(Boolean).join(" ");
}
