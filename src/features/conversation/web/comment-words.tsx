import { createElement } from "react";
import { useSession } from "../../../web/session.ts";
import { partsOf } from "../mentioned.ts";
import "./comment-words.css";

interface CommentWordsProps {
  of: { text: string; mentions: readonly { id: string; name: string }[] };
  className: string;
}

/** The words of a comment, with the names of today of whom it mentions. */
export function CommentWords({ of: { text, mentions }, className }: CommentWordsProps) {
  const { member } = useSession();
  const parts = partsOf(text, mentions).map((part) =>
    typeof part === "string"
      ? part
      : createElement("b", { className: part.id === member.id ? "ment is-you" : "ment" }, "@", part.name),
  );
  // As arguments: parts of one text stand in a fixed order and need no keys.
  return createElement("p", { className, dir: "auto" }, ...parts);
}
