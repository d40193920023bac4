import { createContext, useContext } from "react";
import type { LineKind, Studio } from "./asking.ts";
import type { usePast } from "./past.ts";
import type { Saving } from "./saving.ts";

/** What is asked of the studio beside a line: a form in a dialog, each loaded when it is opened. */
export type Doing =
  | { what: "review" | "activate" | "templates" | "many" | "discard" }
  | { what: "parent" | "move-objective"; objectiveId: string }
  | { what: "measure" | "move-key-result"; keyResultId: string }
  | { what: "initiative"; initiativeId: string };

/** A line that is being begun. */
export interface Beginning {
  kind: LineKind;
  /** Of a key result. */
  objectiveId?: string;
}

/** What a comment is about. */
export interface CommentSubject {
  kind: LineKind | "plan";
  id: string;
}

export interface AtWork extends Saving, ReturnType<typeof usePast> {
  studio: Studio;
  /** The line that has the focus, or had it last. */
  current: string | null;
  beginning: Beginning | null;
  begin: (beginning: Beginning | null) => void;
  /** First words of new lines that were left, by the objective of a key result or by the kind of line. */
  unfinished: Map<string, string>;
  doing: Doing | null;
  does: (doing: Doing | null) => void;
  /** Opens the words of a new comment. */
  commentOn: (subject: CommentSubject) => void;
  /** Does an act and says at the head what went wrong, so that nobody has to catch it; undefined then. */
  attempt: (work: () => Promise<unknown>) => Promise<boolean>;
}

export const StudioContext = createContext<AtWork | undefined>(undefined);

/** The studio around a line. */
export function useStudio(): AtWork {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error("useStudio is asked outside of a plan's page.");
  return studio;
}

/** A line where it is drawn. */
export const lineOnPage = (id: string) => document.querySelector<HTMLElement>(`[data-line="${id}"]`);

/** Milliseconds in which an answer is drawn. */
const drawn = 150;
let awaited: MutationObserver | undefined;

/** Gives the focus to a line: at once where it is on the page, else once it is drawn, unless the focus went elsewhere. */
export function focusLine(id: string): void {
  const find = () => lineOnPage(id);
  const { body, activeElement: left } = document;
  awaited?.disconnect();
  find()?.focus();
  requestAnimationFrame(() => find()?.focus());
  // A line that is drawn anew elsewhere, such as below another objective, loses the focus it was given.
  setTimeout(() => document.activeElement === body && find()?.focus(), drawn);
  awaited = new MutationObserver((_, watch) => {
    const line = find();
    if (!line) return;
    watch.disconnect();
    if ([body, left].includes(document.activeElement)) line.focus();
  });
  if (!find()) awaited.observe(body, { childList: true, subtree: true });
}
