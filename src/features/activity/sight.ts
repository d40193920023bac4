import type { Tx } from "../../platform/database/database.ts";
import type { Viewer } from "../../platform/http/context.ts";

/** Which of these subjects are there for the viewer: asked of the room that they belong to. */
export type Sight = (tx: Tx, viewer: Viewer, ids: readonly string[]) => Promise<readonly string[]>;

/** By kind of subject, such as "objective". */
export type Sights = Readonly<Record<string, Sight>>;

declare module "../../platform/http/context.ts" {
  interface Services {
    sights: Sights;
  }
}
