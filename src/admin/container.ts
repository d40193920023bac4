/**
 * The file of a backup. Its first 64 KiB hold one line, `throughline-backup <format> <bytes> <SHA-256>`, and the header
 * that the line measures, as JSON. Then come the tables in the header's order, each a gzip stream of what PostgreSQL's
 * COPY writes as text in UTF-8, so that `tail -c +65537 FILE | gunzip` reads them without this program.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Readable, Transform, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";
import { readingTrouble, writingTrouble } from "../platform/files.ts";
import { StartRefused } from "../platform/start-refused.ts";

const format = 1;
const headerBytes = 65_536;
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().int().min(0);

const Table = z.object({
  /** With its schema: "public.member". */
  name: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  columns: z.array(z.string()).min(1),
  rows: Count,
  /** In the file, compressed. */
  bytes: Count,
  /** Of the text, not compressed. */
  sha256: Sha256,
});
const Header = z.object({
  madeAt: z.string(),
  program: z.string(),
  /** Major version of the server that was backed up. */
  postgresql: z.number(),
  migrations: z.array(z.object({ name: z.string(), sha256: Sha256 })).min(1),
  tables: z.array(Table),
});
export type Table = z.infer<typeof Table>;
export type Header = z.infer<typeof Header>;

export interface Writing {
  /** Appends a table; `source` is its text, and how many rows that were can be asked once it has ended. */
  add(named: Pick<Table, "name" | "columns">, source: Readable, countRows: () => Promise<number>): Promise<void>;
}

/**
 * Writes a backup aside and gives it its name when it is whole and on the disk; readable by its owner only. Throws
 * `StartRefused` when the name is taken. Whatever goes wrong, nothing half is left.
 */
export async function writeContainer(
  file: string,
  about: Omit<Header, "tables">,
  write: (writing: Writing) => Promise<void>,
): Promise<Header> {
  if (existsSync(file)) throw new StartRefused(`${file} is there already; name another file.`);
  const draft = `${file}.${process.pid}.part`;
  const handle = await openDraft(draft, file);
  try {
    const tables: Table[] = [];
    let position = headerBytes;
    await write({
      async add(named, source, countRows) {
        const { bytes, sha256 } = await append(handle, position, source);
        position += bytes;
        tables.push({ ...named, rows: await countRows(), bytes, sha256 });
      },
    });
    const header = { ...about, tables };
    await handle.write(headerText(header), 0);
    await handle.sync();
    await handle.close();
    await rename(draft, file);
    await syncFolder(dirname(file));
    return header;
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(draft, { force: true });
    throw error;
  }
}

async function openDraft(draft: string, file: string): Promise<FileHandle> {
  try {
    return await open(draft, "w", 0o600);
  } catch (error) {
    const { why, todo } = writingTrouble(file, error);
    throw new StartRefused(`${file} cannot be written: ${why}. ${todo}`);
  }
}

async function append(handle: FileHandle, position: number, source: Readable) {
  const hash = createHash("sha256");
  let bytes = 0;
  const hashed = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, hashed, createGzip({ level: 5 }), async (compressed) => {
    for await (const chunk of compressed) {
      await handle.write(chunk, 0, chunk.length, position + bytes);
      bytes += chunk.length;
    }
  });
  return { bytes, sha256: hash.digest("hex") };
}

function headerText(header: Header): string {
  const json = JSON.stringify(header, null, 1);
  const bytes = Buffer.byteLength(json);
  const text = `throughline-backup ${format} ${bytes} ${sha256Of(json)}\n${json}\n`;
  const free = headerBytes - Buffer.byteLength(text);
  if (free < 0) throw new Error("The header of the backup has outgrown its place.");
  return text + " ".repeat(free);
}

/** Throws `StartRefused` for a file that is no backup, is damaged or cut off, or was made by a newer program. */
export async function readHeader(file: string): Promise<Header> {
  const { start, size } = await readStart(file);
  const [line = "", rest = ""] = [start.slice(0, start.indexOf("\n")), start.slice(start.indexOf("\n") + 1)];
  const [, made, bytes, sha256] = /^throughline-backup (\d+) (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
  if (!made) throw new StartRefused(`${file} is no backup of Throughline.`);
  if (Number(made) > format)
    throw new StartRefused(`${file} was made by a newer Throughline; restore it with that one.`);
  const json = Buffer.from(rest).subarray(0, Number(bytes)).toString();
  if (sha256Of(json) !== sha256) throw damaged(file, "its header is not what was written");
  const { data: header } = Header.safeParse(JSON.parse(json));
  if (!header) throw damaged(file, "its header is not complete");
  const whole = header.tables.reduce((sum, table) => sum + table.bytes, headerBytes);
  if (size !== whole) throw damaged(file, `it has ${size} bytes instead of ${whole}`);
  return header;
}

async function readStart(file: string) {
  try {
    const handle = await open(file, "r");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
      return { start: buffer.toString("utf8", 0, bytesRead), size: (await handle.stat()).size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { why, todo } = readingTrouble(file, error);
    throw new StartRefused(`${file} cannot be read: it ${why}. ${todo}`);
  }
}

/**
 * Pours a table's text into `into`; `told` hears of the bytes read from the file. Throws `StartRefused` when the text is
 * not what was written.
 */
export async function pourTable(
  file: string,
  { tables }: Header,
  table: Table,
  into: Writable,
  { signal, told }: { signal: AbortSignal; told: (bytes: number) => void },
): Promise<void> {
  const before = tables.slice(0, tables.indexOf(table));
  const start = before.reduce((sum, { bytes }) => sum + bytes, headerBytes);
  const hash = createHash("sha256");
  const source = createReadStream(file, { start, end: start + table.bytes - 1 });
  source.on("data", (chunk) => told(chunk.length));
  const checked = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest("hex") === table.sha256 ? null : damaged(file, `${table.name} is not what was written`));
    },
  });
  await pipeline(source, createGunzip(), checked, into, { signal }).catch((error) => {
    throw String(error.code).startsWith("Z_") ? damaged(file, `${table.name} cannot be unpacked`) : error;
  });
}

function damaged(file: string, how: string) {
  return new StartRefused(`${file} is damaged: ${how}.`);
}

function sha256Of(text: string) {
  return createHash("sha256").update(text).digest("hex");
}

async function syncFolder(folder: string) {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
