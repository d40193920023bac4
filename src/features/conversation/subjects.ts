import type { Tx } from "../../platform/database/database.ts";
import type { Viewer } from "../../platform/http/context.ts";

/** What a comment needs to know of its subject: the member who alone may see it, or null where it is open. */
export interface Subject {
  visibleTo: string | null;
  /** null for a whole plan, which has none. */
  title: string | null;
  /** What was said of it stays, and nothing new is said until it is put back. */
  removed: boolean;
  /** The page on which it is read. */
  page: { kind: "plan" | "objective" | "policy" | "written-decision"; id: string };
}

/** The subject as it is there for the viewer, asked of the room that it belongs to; undefined where it is not. */
export type SubjectOf = (tx: Tx, viewer: Viewer, id: string) => Promise<Subject | undefined>;

/** By kind of subject, such as "plan". */
export type Subjects = Readonly<Record<string, SubjectOf>>;

declare module "../../platform/http/context.ts" {
  interface Services {
    subjects: Subjects;
  }
}
