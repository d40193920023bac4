import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { type Heading as HeadingProps, headingOf } from "./forecast-words.ts";
import catalogue from "./heading.messages.json";
import "./heading.css";

const m = messages(catalogue);

/** "Heading for 54%", and beneath it "Likely 49–58%"; nothing without a forecast. */
export function Heading(of: HeadingProps) {
  const heading = headingOf(of, useFormat().locale);
  if (!heading) return null;
  return (
    <span className="kr-heading">
      <span>{m.headingFor(heading)}</span>
      <span className="meta">{m.likely(heading)}</span>
    </span>
  );
}
