/** Written first by each alone, then shown together. */

export interface Opening {
  /** Instants, ISO 8601. */
  opensAt: string | null;
  openedAt: string | null;
}

/** Whether what everybody wrote is shown: once somebody opened it, or its time has come. `now` in milliseconds. */
export function isOpen({ opensAt, openedAt }: Opening, now: number): boolean {
  return openedAt !== null || (opensAt !== null && Date.parse(opensAt) <= now);
}

export interface Note {
  memberId: string;
  memberName: string;
  helped: string;
  hindered: string;
  tries: string;
}

type Question = "helped" | "hindered" | "tries";

interface Words {
  text: string;
  member: { id: string; name: string } | null;
}

/**
 * What everybody wrote, by question. Without names each question is in the order of its own words, so that no place in
 * a list joins what one person wrote.
 */
export function together(notes: readonly Note[], named: boolean): Record<Question, Words[]> {
  const under = (question: Question) => {
    const written = notes.filter((note) => note[question].trim() !== "");
    const words = written.map((note) => ({
      text: note[question],
      member: named ? { id: note.memberId, name: note.memberName } : null,
    }));
    return words.sort((one, other) => order(named, one, other));
  };
  return { helped: under("helped"), hindered: under("hindered"), tries: under("tries") };
}

function order(named: boolean, one: Words, other: Words): number {
  const [a, b] = named ? [one.member?.name ?? "", other.member?.name ?? ""] : [one.text, other.text];
  return a < b ? -1 : Number(a > b);
}
