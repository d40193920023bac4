import { type ComponentProps, createContext, type ReactNode, useContext, useId } from "react";
import catalogue from "./field.messages.json";
import { messages } from "./messages.ts";
import { StatusGlyph } from "./status.tsx";
import { useTaking } from "./taking.ts";
import "./field.css";

const m = messages(catalogue);

interface Tied {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  taking: ReturnType<typeof useTaking>["taking"];
}

const FieldContext = createContext<Tied | undefined>(undefined);

interface FieldProps {
  label: ReactNode;
  /** What to write, before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong and what to do: usually `problem.at("name")`. Marks the control invalid. */
  error?: string | undefined;
  /** Allowed, but perhaps not meant: "Was 4.1. Did you mean 3.8?" */
  odd?: ReactNode;
  optional?: boolean;
  /** One Input, TextArea or Select. */
  children: ReactNode;
}

/** A label, its control, and what is said about it, tied together for assistive technology. */
export function Field({ label, hint, error: wrong, odd, optional = false, children }: FieldProps) {
  const id = useId();
  const { refused, taking } = useTaking();
  const error = refused ?? wrong;
  const said = `${id}-said`;
  const saying = Boolean(error || odd || hint);
  return (
    <div className={error ? "field is-bad" : odd ? "field is-odd" : "field"}>
      <label className="label" htmlFor={id}>
        {label} {optional && <em>{m.optional()}</em>}
      </label>
      <FieldContext value={{ id, describedBy: saying ? said : undefined, invalid: Boolean(error), taking }}>
        {children}
      </FieldContext>
      {saying && (
        <small id={said}>
          {error ? (
            <StatusGlyph status="off-track" size={10} />
          ) : odd ? (
            <StatusGlyph status="at-risk" size={10} />
          ) : null}
          <span>{error || odd || hint}</span>
        </small>
      )}
    </div>
  );
}

/** A one-line field, tied to the Field around it. What people write may run in either direction. */
export function Input(props: ComponentProps<"input">) {
  return (
    <input
      dir="auto"
      {...useTied()}
      {...useContext(FieldContext)?.taking}
      {...props}
      className={`input ${props.className ?? ""}`}
    />
  );
}

/** Several lines; it grows with what is written. */
export function TextArea(props: ComponentProps<"textarea">) {
  return (
    <textarea
      dir="auto"
      rows={2}
      {...useTied()}
      {...useContext(FieldContext)?.taking}
      {...props}
      className={`input ${props.className ?? ""}`}
    />
  );
}

/** A choice of few: the browser's own. */
export function Select(props: ComponentProps<"select">) {
  return <select {...useTied()} {...props} className={`input ${props.className ?? ""}`} />;
}

function useTied() {
  const tied = useContext(FieldContext);
  if (!tied) return {};
  return { id: tied.id, "aria-describedby": tied.describedBy, "aria-invalid": tied.invalid || undefined };
}
