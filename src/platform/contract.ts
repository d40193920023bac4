/**
 * What every operation of the product is made of. A room's contract imports this file and Zod, nothing else,
 * so that a promise can be read (by REST, the terminal, an assistant, the web) without what keeps it.
 */
import { oc } from "@orpc/contract";
import { z } from "zod";

export const roles = ["owner", "admin", "champion", "member", "guest"] as const;
export type Role = (typeof roles)[number];

/** Who may try an operation; whether this member may do it to this row is decided in the room's permissions.ts. */
export const anyone = "anyone";
export const everyRole: readonly Role[] = roles;
export const allButGuests: readonly Role[] = ["owner", "admin", "champion", "member"];
export const champions: readonly Role[] = ["owner", "champion"];
export const administrators: readonly Role[] = ["owner", "admin"];
export const ownerOnly: readonly Role[] = ["owner"];

/** Which API token scope an operation asks for: read what I may read, write what I may write, manage people and settings. */
export const scopes = ["read", "write", "manage"] as const;
export type Scope = (typeof scopes)[number];

export interface OperationMeta {
  may: readonly Role[] | typeof anyone;
  scope: Scope;
  /** Changes nothing; assistants are told so. */
  readOnly: boolean;
  /** Attempts a minute from one address, where fewer than the server's limit. */
  attempts?: number;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface OperationPromise {
  method: Method;
  /** Below /api, with {braces} for what comes from the address. */
  path: `/${string}`;
  /** One plain sentence without a full stop: what a person does with it. */
  summary: string;
  description?: string;
  tag: string;
  may: readonly Role[] | typeof anyone;
  scope?: Scope;
  attempts?: number;
  /** Where it is asked by POST, because of its length, and changes nothing all the same. */
  readOnly?: true;
}

/** One promise of the product, with the refusals that every operation may answer. Add `.input()` and `.output()`. */
export function operation(promise: OperationPromise) {
  const { method, path, summary, description, tag, may, scope, attempts } = promise;
  const readOnly = promise.readOnly ?? method === "GET";
  const promised = oc
    .$meta<OperationMeta>({
      may,
      scope: scope ?? (readOnly ? "read" : "write"),
      readOnly,
      ...(attempts ? { attempts } : {}),
    })
    .errors(commonErrors)
    .route({ method, path, summary, tags: [tag], ...(description ? { description } : {}) });
  const input = promised.input.bind(promised);
  promised.input = (schema) => input(onlyWhatItTakes(schema));
  return promised;
}

/** A field that nobody asked for is refused: one that is misspelt would else be left out without a word. */
function onlyWhatItTakes<Schema>(schema: Schema): Schema {
  if (schema instanceof z.ZodPipe) return schema.clone({ ...schema.def, in: onlyWhatItTakes(schema.def.in) }) as Schema;
  if (!(schema instanceof z.ZodObject)) return schema;
  const { error, ...def } = (schema as z.ZodObject).def;
  const taken = Object.keys(def.shape);
  const words: z.core.$ZodErrorMap = (issue) =>
    issue.code === "unrecognized_keys" ? nothingElse(taken) : error?.(issue as never);
  return schema.clone({ ...def, catchall: z.never(), error: words } as never) as Schema;
}

/** What is expected of a field that an operation does not take. */
export function nothingElse(taken: readonly string[]): string {
  return taken.length === 0 ? "nothing: it takes no fields" : `nothing of this name: it takes ${taken.join(", ")}`;
}

/** Values by names of which there are only these; each may be left out. */
export function byName<Name extends z.ZodEnum, Value extends z.ZodType>(name: Name, value: Value, error?: string) {
  const words: z.core.$ZodErrorMap = ({ code }) =>
    code === "unrecognized_keys" ? nothingElse(name.options.map(String)) : error;
  return z.partialRecord(name, value, { error: words });
}

/** One field that was refused: its name (dotted), what was expected there, and what to do. */
export const FieldProblem = z.object({ field: z.string(), expected: z.string(), todo: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

export const commonErrors = {
  NOT_SIGNED_IN: { status: 401, message: "You are not signed in." },
  NOT_ALLOWED: { status: 403, message: "Your role does not allow this.", data: z.object({ todo: z.string() }) },
  NOT_FOUND: { status: 404, message: "There is nothing here, or it is not yours to see." },
  CONFLICT: {
    status: 409,
    message: "It changed while you were writing.",
    data: z.object({
      todo: z.string(),
      version: z.number().optional(),
      yours: z.unknown().optional(),
      theirs: z.unknown().optional(),
    }),
  },
  REFUSED: {
    status: 422,
    message: "Something needs another look.",
    data: z.object({ problems: z.array(FieldProblem) }),
  },
  TOO_MANY: { status: 429, message: "Too many attempts.", data: z.object({ retryAfter: z.number() }) },
} as const;

/** A UUID (version 7 where we make it), made by whoever makes the thing. */
export const Id = z.uuid({ error: "a UUID, such as 01936f0e-7d7b-7cc1-a1f0-0242ac120002" });
/** Counts edits from 1; send the one you read, so that nobody's edit is overwritten unseen. */
export const Version = z.coerce.number({ error: "the version number you read" }).int().min(1);
/** One line that names something. */
export const Title = line(300);
/** A name of a person, team, organisation or cycle. */
export const Name = line(120);
/** Prose that people write; empty means nothing was written. */
export const Prose = text(0, 10_000);
/** YYYY-MM-DD, a day that exists, in years that calendars and the database can reckon from. */
export const PlainDate = z.iso
  .date({ error: "a day that exists, written YYYY-MM-DD" })
  .refine((day) => day >= "1900" && day < "2200", { error: "a day of the years 1900 to 2199, written YYYY-MM-DD" });
/** An instant in UTC, as answered. */
export const Instant = z.iso.datetime({ offset: true });
/** An IANA time zone. */
export const TimeZone = z.string().refine(isTimeZone, { error: "a time zone, such as Europe/Lisbon" });

/** A decimal as answered: exact, in text, "." as its point. */
export const Decimal = z.string();
const decimalExpected =
  "a number such as 12.5, with a point for decimals and no grouping, at most 20 digits before the point and 10 after";
/** A decimal as asked: text or a JSON number; kept exactly. NaN, infinities, grouping, units and percent signs are refused. */
export const DecimalInput = z
  .union([z.string().trim(), z.number()], { error: decimalExpected })
  .transform((value) => String(value))
  .refine((value) => /^-?\d{1,20}(\.\d{1,10})?$/.test(value), { error: decimalExpected, abort: true });

/** Yes or no, as JSON or as the word of an address. */
export const YesNo = z.union([z.boolean(), z.stringbool()], { error: "true or false" });

/** Where the next page starts: the `next` of the page before, unread by anyone but the server. */
export const Cursor = z.string().max(500);
export const PageInput = { after: Cursor.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) };
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ items: z.array(row), next: z.string().nullable() });

export const Done = z.object({ done: z.literal(true) });

/** Trimmed; nothing where only spaces and marks are left that nobody can see. */
function seen(value: string): string {
  return /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u.test(value) ? value.trim() : "";
}

/** Text of so many characters, trimmed, that every store and every reader can hold. */
export function text(least: number, most: number) {
  const expected = least > 0 ? `text of ${least} to ${most} characters` : `text of at most ${most} characters`;
  return z
    .string({ error: expected })
    .overwrite(seen)
    .min(least, { error: expected })
    .max(most, { error: expected })
    .refine((value) => !value.includes("\u0000") && value.isWellFormed(), {
      error: "text without null or broken characters",
    });
}

/**
 * Text of one line that is read among others: embeddings, overrides and isolates would turn what stands beside it. The
 * marks that right-to-left writing needs (U+200E, U+200F, U+061C) turn nothing.
 */
function line(most: number) {
  return text(1, most).refine((value) => !/[\u202a-\u202e\u2066-\u2069]/.test(value), {
    error: "text without hidden marks that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069)",
  });
}

const known = new Set<string>();

/** Zones seen once are remembered: asking for one takes a tenth of a millisecond, and answers are full of them. */
function isTimeZone(zone: string): boolean {
  if (known.has(zone)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    if (!/^[A-Za-z]/.test(zone)) return false;
    known.add(zone);
    return true;
  } catch {
    return false;
  }
}
