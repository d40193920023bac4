/** What a person has said about the file before it is imported, each step a new value, so that one can be taken back. */
import type { InputOf, OutputOf } from "../../../web/api.ts";

export type Asked = InputOf<"exchange.imports.create">;
export type Preview = OutputOf<"exchange.imports.preview">;
export type RowToLookAt = Preview["lookAt"][number];
export type Field = NonNullable<Preview["columns"][number]["field"]>;
export type Missing = Preview["missing"];

export interface ChosenFile {
  name: string;
  /** Base64. */
  content: string;
}

export type Fix = NonNullable<Asked["fixes"]>[number];

/** What a missing name means: the id of one that is there, to be made, or neither. */
export type Meaning = { is: string } | "make" | "leave";

export interface Said {
  cycleId: string | null;
  columns: Readonly<Record<string, Field>>;
  edits: readonly { line: number; text: string }[];
  fixes: readonly Fix[];
  members: Readonly<Record<string, Meaning>>;
  teams: Readonly<Record<string, Meaning>>;
  cycles: Readonly<Record<string, Meaning>>;
  /** Addresses written for members to be made, by the name in the file. */
  addresses: Readonly<Record<string, string>>;
}

export const nothingSaid = (cycleId: string | null): Said => ({
  cycleId,
  columns: {},
  edits: [],
  fixes: [],
  members: {},
  teams: {},
  cycles: {},
  addresses: {},
});

/** A step on a line takes the place of an earlier one on it. */
export function withFix(said: Said, fix: Fix): Said {
  return { ...said, fixes: [...said.fixes.filter(({ line }) => line !== fix.line), fix] };
}

export function withEdit(said: Said, line: number, text: string): Said {
  return { ...said, edits: [...said.edits.filter((edit) => edit.line !== line), { line, text }] };
}

/** What is made unless the person says otherwise: everything that can be. */
export function meaningOf(said: Said, what: "members" | "teams" | "cycles", name: string, canMake: boolean): Meaning {
  return said[what][name] ?? (canMake ? "make" : "leave");
}

export function addressFor(said: Said, { written, email }: Missing["members"][number]): string {
  return said.addresses[written] ?? email ?? "";
}

/** As it is sent. `missing` is what the last reading found missing: of it is made what may be made. */
export function askedWith(
  file: ChosenFile,
  said: Said,
  read: Pick<Preview, "missing" | "can"> | null,
): Omit<Asked, "id"> {
  const { cycleId, columns, edits, fixes } = said;
  return {
    fileName: file.name,
    content: file.content,
    cycleId,
    columns,
    edits: [...edits],
    fixes: [...fixes],
    members: chosen(said.members),
    teams: chosen(said.teams),
    cycles: chosen(said.cycles),
    create: read ? toMake(said, read) : { members: [], teams: [], cycles: [] },
  };
}

function chosen(meanings: Readonly<Record<string, Meaning>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(meanings).flatMap(([name, meaning]) => (typeof meaning === "object" ? [[name, meaning.is]] : [])),
  );
}

function toMake(said: Said, { missing, can }: Pick<Preview, "missing" | "can">): NonNullable<Asked["create"]> {
  return {
    members: missing.members.flatMap((member) => {
      const email = addressFor(said, member).trim();
      const make = can.createMembers && meaningOf(said, "members", member.written, email !== "") === "make";
      return make && /^\S+@\S+\.\S+$/.test(email) ? [{ written: member.written, name: member.name, email }] : [];
    }),
    teams: missing.teams
      .map(({ name }) => name)
      .filter((name) => can.createTeams && meaningOf(said, "teams", name, true) === "make"),
    cycles: missing.cycles.flatMap(({ name, proposal }) =>
      proposal && meaningOf(said, "cycles", name, true) === "make" ? [{ name, ...proposal }] : [],
    ),
  };
}

/** Rows that an import would make or change. */
export function rowsToImport({ rows }: Pick<Preview, "rows">): number {
  return Object.values(rows).reduce((sum, { create, changed }) => sum + create + changed, 0);
}

/** Rows that an import made. */
export function rowsMade({ rows }: Pick<Preview, "rows">): number {
  return Object.values(rows).reduce((sum, { create }) => sum + create, 0);
}
