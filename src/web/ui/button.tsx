import type { ComponentProps, ReactNode } from "react";
import { Link } from "wouter";
import { Icon } from "./icon.tsx";
import { ariaKeys, Kbd } from "./kbd.tsx";
import "./button.css";

interface Looks {
  /** "primary" is the one act of the page; "danger" loses something; "quiet" has no border. */
  kind?: "plain" | "primary" | "quiet" | "danger";
  size?: "sm" | "md" | "big";
  icon?: string;
  /** Shown as keycaps and told to assistive technology; useKeys makes them work. */
  keys?: string;
  /** Only the icon is drawn; `children` become its name. */
  iconOnly?: boolean;
}

export type ButtonProps = Looks & Omit<ComponentProps<"button">, "className"> & { busy?: boolean };

/** Says what happens. `busy` keeps its words, turns, and does nothing until the answer is there. */
export function Button({
  kind,
  size,
  icon,
  keys,
  iconOnly = false,
  busy = false,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  const { onClick, ...others } = rest;
  return (
    <button
      {...others}
      type={type}
      className={looks({ kind, size, iconOnly })}
      aria-busy={busy || undefined}
      aria-keyshortcuts={ariaKeys(keys)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {inside({ icon, keys, iconOnly, busy, children })}
    </button>
  );
}

/** A link that looks like a button: for going somewhere. */
export function ButtonLink({
  href,
  kind,
  size,
  icon,
  keys,
  iconOnly = false,
  children,
}: Looks & { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={looks({ kind, size, iconOnly })} aria-keyshortcuts={ariaKeys(keys)}>
      {inside({ icon, keys, iconOnly, busy: false, children })}
    </Link>
  );
}

function looks({ kind = "plain", size = "md", iconOnly }: Looks): string {
  return ["btn", kind !== "plain" && kind, size !== "md" && size, iconOnly && "icon-only"].filter(Boolean).join(" ");
}

function inside({ icon, keys, iconOnly, busy, children }: Looks & { busy: boolean; children?: ReactNode }) {
  return (
    <>
      {busy ? <span className="spin" /> : icon && <Icon of={icon} size={size(iconOnly)} />}
      {iconOnly ? <span className="sr">{children}</span> : children}
      {keys && !iconOnly && <Kbd keys={keys} />}
    </>
  );
}

function size(iconOnly = false): number {
  return iconOnly ? 16 : 14;
}
