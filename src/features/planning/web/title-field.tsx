import { type KeyboardEvent, useId } from "react";
import { useTaking } from "../../../web/ui/taking.ts";
import { type CoachAdvice, lookOf, Marked } from "../../coach/web/public.tsx";
import { m } from "./asking.ts";
import type { Kept } from "./kept.ts";
import { KeptWords } from "./kept-words.tsx";
import "./title.css";

interface TitleFieldProps {
  /** "Objective 1", "Key result 2". */
  label: string;
  kept: Kept<string>;
  /** "objective" in serif, "line" beside a number. */
  size: "objective" | "line";
  advice?: CoachAdvice | undefined;
  keptAsIs?: boolean;
  readOnly: boolean;
}

/** A title to be written where it stands. Its marks are drawn behind the text, word for word. */
export function TitleField({ label, kept, size, advice, keptAsIs = false, readOnly }: TitleFieldProps) {
  const said = useId();
  const { refused, taking } = useTaking();
  const marked = <Marked text={kept.value} advice={advice} look={advice ? lookOf(advice, keptAsIs) : "good"} />;
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    event.currentTarget.closest<HTMLElement>("[data-line]")?.focus();
  };
  return (
    <div className="title-w">
      <div className={`title-f is-${size}`}>
        <p className={readOnly ? "title-m is-read" : "title-m"} aria-hidden={!readOnly} dir="auto">
          {marked}
          {!readOnly && "\u200b"}
        </p>
        {!readOnly && (
          <textarea
            rows={1}
            dir="auto"
            maxLength={300}
            spellCheck
            aria-label={label}
            aria-describedby={said}
            aria-invalid={kept.problem || kept.theirs || refused || kept.value.trim() === "" ? true : undefined}
            {...taking}
            value={kept.value}
            onChange={({ target }) => kept.change(target.value.replace(/\n+/g, " "))}
            onBlur={() => void kept.leave()}
            onKeyDown={press}
          />
        )}
      </div>
      <small id={said} className="plan-bad" role="status">
        {refused ?? (kept.value.trim() === "" && m.titleNeeded())}
      </small>
      <KeptWords of={kept} words={(value) => value} />
    </div>
  );
}
