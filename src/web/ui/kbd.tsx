import "./kbd.css";

const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const drawn: Record<string, string> = {
  mod: apple ? "⌘" : "Ctrl",
  alt: apple ? "⌥" : "Alt",
  shift: "⇧",
  enter: "↵",
  escape: "Esc",
  arrowdown: "↓",
  arrowup: "↑",
  arrowleft: "←",
  arrowright: "→",
};

/** Keys as keycaps, written as in keys.ts: "c", "mod+k", "g t". Decoration: assistive technology hears aria-keyshortcuts. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbds" aria-hidden="true">
      {keys.split(/[+ ]/).map((key) => (
        <kbd key={key}>{drawn[key] ?? key.toUpperCase()}</kbd>
      ))}
    </span>
  );
}

/** The same keys as aria-keyshortcuts wants them; sequences ("g t") have no such form and give undefined. */
export function ariaKeys(keys: string | undefined): string | undefined {
  if (!keys || keys.includes(" ")) return undefined;
  const names: Record<string, string> = { mod: apple ? "Meta" : "Control", alt: "Alt", shift: "Shift", enter: "Enter" };
  return keys
    .split("+")
    .map((key) => names[key] ?? key.toUpperCase())
    .join("+");
}
