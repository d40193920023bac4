import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import catalogue from "./loading.messages.json";
import { messages } from "./messages.ts";
import "./loading.css";

const m = messages(catalogue);

/** Milliseconds after which waiting is said in words. */
const patience = 3000;

interface LoadingProps {
  /** What is coming. */
  label: string;
  rows?: number;
  /** Asks for it once more. */
  again?: () => void;
}

/** Nothing for 300 ms, then bars where the words and the rails will be; after 3 s it says that it takes longer. */
export function Loading({ label, rows = 3, again }: LoadingProps) {
  const [slow, takesLonger] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => takesLonger(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <span key={row}>
          <i />
          <b />
        </span>
      ))}
      {slow && (
        <p className="small">
          {m.slow()}{" "}
          {again && (
            <Button size="sm" onClick={again}>
              {m.again()}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
