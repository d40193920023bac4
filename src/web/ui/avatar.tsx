import type { CSSProperties } from "react";
import "./avatar.css";

/** A member's initials in a circle whose colour follows from the name; the name itself stands beside it. */
export function Avatar({ name, size = 28 }: { name: string; size?: 20 | 28 | 40 }) {
  const style = { "--h": hueOf(name), "--sz": `${size}px`, ...(size === 20 ? { "--fs": 0.5 } : {}) } as CSSProperties;
  return (
    <span className="avatar" style={style} aria-hidden="true">
      {size === 20 ? initialsOf(name).slice(0, 1) : initialsOf(name)}
    </span>
  );
}

/** "Inês Maria Carvalho" → "IC"; one word gives one letter. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("");
}

function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return sum;
}
