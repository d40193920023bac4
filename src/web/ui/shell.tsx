import { type ReactNode, useId } from "react";
import { Link } from "wouter";
import { Avatar } from "./avatar.tsx";
import { Brand } from "./brand.tsx";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { ellipsis, search, settings } from "./icons.ts";
import { ariaKeys, Kbd } from "./kbd.tsx";
import { messages } from "./messages.ts";
import catalogue from "./shell.messages.json";
import { StatusLine } from "./status-line.tsx";
import "./shell.css";

const m = messages(catalogue);

export interface Place {
  href: string;
  label: string;
  icon: string;
  /** How many wait there, and what that is in words: { n: 3, words: "3 due" }. */
  waiting?: { n: number; words: string } | undefined;
}

export interface ShellProps {
  /** The first has no heading. */
  sections: readonly { title?: string; places: readonly Place[] }[];
  /** At most four, at the bottom of a phone; everything else is under More. */
  tabs: readonly Place[];
  /** The address now: marks its place, and the places above it. */
  here: string;
  /** Opens Jump; without it there is no search. */
  onJump?: () => void;
  /** Above the person: the cycle. */
  foot?: ReactNode;
  person: { name: string; detail: string; href?: string };
  /** Across the top of every page: offline. */
  notice?: ReactNode;
  children: ReactNode;
}

/** The frame of every signed-in page: sidebar, or tabs on a phone; skip link; main; status line. */
export function Shell(props: ShellProps) {
  const { sections, here, onJump, foot, person, notice, children } = props;
  return (
    <>
      <SkipLink />
      <div className="app">
        <nav className="side" aria-label={m.main()}>
          <Link href="/" className="brand-a">
            <Brand />
          </Link>
          {onJump && (
            <button type="button" className="jump" onClick={onJump} aria-keyshortcuts={ariaKeys("mod+k")}>
              <Icon of={search} size={14} />
              <span>{m.jump()}</span>
              <Kbd keys="mod+k" />
            </button>
          )}
          {sections.map((section) => (
            <Section key={section.title ?? ""} {...section} here={here} />
          ))}
          <div className="side-foot">
            {foot}
            <Person {...person} here={here} />
          </div>
        </nav>
        <div className="body">
          {notice}
          <main id="main" className="main" tabIndex={-1}>
            {children}
          </main>
          <StatusLine />
        </div>
        <Tabs {...props} />
      </div>
    </>
  );
}

/** Jumps over the sidebar: the first thing Tab reaches. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      {m.skip()}
    </a>
  );
}

function Section({ title, places, here }: { title?: string; places: readonly Place[]; here: string }) {
  const id = useId();
  return (
    <>
      {title && (
        <h2 className="nav-h" id={id}>
          {title}
        </h2>
      )}
      <ul className="nav" aria-labelledby={title && id}>
        {places.map((place) => (
          <li key={place.href}>
            <PlaceLink {...place} here={here} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PlaceLink({ href, label, icon, waiting, here, size = 16 }: Place & { here: string; size?: number }) {
  return (
    <Link href={href} aria-current={current(href, here)}>
      <Icon of={icon} size={size} />
      <span>{label}</span>
      {waiting && waiting.n > 0 && (
        <span className="nav-n">
          <span aria-hidden="true">{waiting.n}</span>
          <span className="sr">{waiting.words}</span>
        </span>
      )}
    </Link>
  );
}

function Person({ name, detail, href, here }: ShellProps["person"] & { here: string }) {
  const words = (
    <>
      <Avatar name={name} />
      <span className="me-w">
        <b dir="auto">{name}</b>
        <small dir="auto">{detail}</small>
      </span>
    </>
  );
  if (!href) return <div className="me">{words}</div>;
  return (
    <Link className="me" href={href} aria-current={current(href, here)}>
      {words}
      <Icon of={settings} />
      <span className="sr">{m.settings()}</span>
    </Link>
  );
}

function Tabs({ sections, tabs, here, person, onJump }: ShellProps) {
  const rest = sections.flatMap(({ places }) => places).filter(({ href }) => !tabs.some((tab) => tab.href === href));
  const sheet = useId();
  return (
    <nav className="tabs" aria-label={m.tabs()}>
      {tabs.map((tab) => (
        <PlaceLink key={tab.href} {...tab} waiting={undefined} here={here} size={20} />
      ))}
      <button type="button" popoverTarget={sheet}>
        <Icon of={ellipsis} size={20} />
        <span>{m.more()}</span>
      </button>
      {/** biome-ignore lint/a11y/useKeyWithClickEvents: a link pressed by key is a click too */}
      {/** biome-ignore lint/a11y/noStaticElementInteractions: only closes when a link inside was followed */}
      <div
        className="sheet"
        id={sheet}
        popover="auto"
        onClick={(event) => (event.target as Element).closest("a, button") && event.currentTarget.hidePopover()}
      >
        {onJump && (
          <Button kind="quiet" size="big" icon={search} onClick={onJump}>
            {m.jump()}
          </Button>
        )}
        <ul className="nav">
          {rest.map((place) => (
            <li key={place.href}>
              <PlaceLink {...place} here={here} size={20} />
            </li>
          ))}
        </ul>
        <Person {...person} here={here} />
      </div>
    </nav>
  );
}

/** The page itself, or a page below it. */
function current(href: string, here: string): "page" | "true" | undefined {
  if (href === here) return "page";
  return href !== "/" && here.startsWith(`${href}/`) ? "true" : undefined;
}
