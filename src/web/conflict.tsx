import catalogue from "./conflict.messages.json";
import type { Problem } from "./problem.ts";
import { Banner } from "./ui/banner.tsx";
import { Button } from "./ui/button.tsx";
import { messages } from "./ui/messages.ts";

const m = messages(catalogue);

interface ConflictProps {
  of: Problem | null;
  /** One refused field and its value as people read them; undefined leaves it out. */
  words: (field: string, value: unknown) => { label: string; value: string } | undefined;
  /** Writes yours over theirs: the version to send. */
  onMine: (version: number) => void;
  /** Lets yours go. */
  onTheirs: () => void;
}

/** Somebody else changed it meanwhile: both values, and the choice. Nothing for any other problem. */
export function Conflict({ of: problem, words, onMine, onTheirs }: ConflictProps) {
  const version = versionMet(problem);
  if (!problem || version === undefined) return null;
  const [yours, theirs] = [told(problem.data.yours, words), told(problem.data.theirs, words)];
  const acts = (
    <>
      <Button onClick={onTheirs}>{m.keepTheirs()}</Button>
      <Button onClick={() => onMine(version)}>{m.writeMine()}</Button>
    </>
  );
  return (
    <Banner kind="conflict" fact={m.changedMeanwhile()} acts={acts}>
      <span dir="auto">{m.theirs({ words: theirs })}</span> <span dir="auto">{m.yours({ words: yours })}</span>
    </Banner>
  );
}

/** The version that stands there now, when a problem is two edits that met. */
export function versionMet(problem: Problem | null): number | undefined {
  const version = problem?.data.version;
  return problem?.status === 409 && typeof version === "number" ? version : undefined;
}

/** A whole value, or its fields one by one. */
function told(value: unknown, words: ConflictProps["words"]): string {
  if (typeof value !== "object" || value === null) return words("", value)?.value ?? String(value);
  const parts = Object.entries(value).flatMap(([field, each]) => words(field, each) ?? []);
  return parts.map(({ label, value: said }) => `${label}: ${said}`).join(", ");
}
