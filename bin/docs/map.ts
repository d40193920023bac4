import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { page } from "./markdown.ts";

const source = join(import.meta.dirname, "../../src");
const told = /\.tsx?$/;
const untold = /\.(test|d)\.tsx?$|messages\.json$/;

const intro =
  "What stands where, each in the first sentence of its file. A room is entered by `contract.ts` and `public.ts`; a file with a role name touches the world, a file named after an idea is pure.";

/** Every folder of src with its files, in the words of their own comments. */
export function map(): string {
  const rooms = foldersIn("features");
  const parts = [
    filesOf(""),
    "## Rooms",
    ...rooms.map((room) => `### ${room}\n\n${everythingIn(`features/${room}`)}`),
    "## Around the rooms",
    ...["platform", "client", "admin", "cli", "mcp", "web"].map((folder) => `### ${folder}\n\n${everythingIn(folder)}`),
  ];
  return page("The map of the code", "the first sentence of each file of `src`", intro, ...parts);
}

function everythingIn(folder: string): string {
  const inner = foldersIn(folder).map((each) => everythingIn(`${folder}/${each}`));
  return [filesOf(folder), ...inner].filter(Boolean).join("\n");
}

function filesOf(folder: string): string {
  const files = entriesOf(folder).filter(
    (entry) => entry.isFile() && told.test(entry.name) && !untold.test(entry.name),
  );
  const lines = files.map(({ name }) => {
    const path = folder ? `${folder}/${name}` : name;
    const says = firstSentence(readFileSync(join(source, path), "utf8"));
    return `- [\`${path}\`](../../src/${path})${says ? ` ${says}` : ""}`;
  });
  return lines.join("\n");
}

function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function entriesOf(folder: string) {
  return readdirSync(join(source, folder), { withFileTypes: true }).toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  );
}

/** Of the file's first doc comment, which may stand on its first export. */
function firstSentence(text: string): string {
  const comment = /\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? "";
  const prose = comment
    .replaceAll(/^\s*\* ?/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return /^.*?[.:](?= [A-Z`]|$)/.exec(prose)?.[0] ?? prose;
}
