import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { endsSoon } from "../features/sign-in/web/public.tsx";
import { useAsk } from "./ask.ts";
import { Breakwater } from "./breakwater.tsx";
import { isSection, pages, type Section } from "./routes.ts";
import { useSession } from "./session.ts";
import "./settings-frame.css";
import catalogue from "./settings-frame.messages.json";
import { ButtonLink } from "./ui/button.tsx";
import { Empty } from "./ui/empty.tsx";
import { useFormat } from "./ui/format.ts";
import { Icon } from "./ui/icon.tsx";
import { calendarDays } from "./ui/icons.ts";
import { Loading } from "./ui/loading.tsx";
import { messages } from "./ui/messages.ts";
import { PageHead } from "./ui/page-head.tsx";
import { building, compass, fileUp, history, keyRound, mapPin, monitor, user, users } from "./ui/settings-icons.ts";

const m = messages(catalogue);

const icons: Readonly<Partial<Record<Section["section"]["title"], string>>> = {
  profile: user,
  sessions: monitor,
  tokens: keyRound,
  organisation: building,
  peopleAndTeams: users,
  sites: mapPin,
  strategy: compass,
  cycles: calendarDays,
  import: fileUp,
  audit: history,
};
const sections = pages.filter(isSection);
const groups = (["own", "organisation", "running"] as const).map((group) =>
  sections.filter(({ section }) => section.group === group),
);

interface FrameProps {
  open: Section;
  children: ReactNode;
}

/** The settings: a side list of the sections that are there for this role, and the one that is open. */
export default function SettingsFrame({ open, children }: FrameProps) {
  const { role } = useSession().member;
  const isFor = ({ section }: Section) => section.roles?.includes(role) ?? true;
  const shown = groups.map((group) => group.filter(isFor));
  return (
    <div className="set">
      <nav className="subnav" aria-label={m.settings()}>
        <p className="sn-h">{m.settings()}</p>
        <ul>
          {shown.flatMap((group) =>
            group.map((page, at) => (
              <li key={page.path} className={at === 0 ? "gap" : undefined}>
                <SectionLink {...page} />
              </li>
            )),
          )}
        </ul>
      </nav>
      <div className="set-page">{isFor(open) ? <Named by={open}>{children}</Named> : <NotForYou of={open} />}</div>
    </div>
  );
}

/** Under the name of the section until it stands, and where it breaks. */
function Named({ by: { section }, children }: { by: Section; children: ReactNode }) {
  const title = m[section.title]();
  const coming = (
    <>
      <PageHead title={title} />
      <Loading label={title} />
    </>
  );
  return (
    <Breakwater title={title}>
      <Suspense fallback={coming}>{children}</Suspense>
    </Breakwater>
  );
}

/** Opened by its address by somebody it is not for: whose it is, and nothing of it. */
function NotForYou({ of: { section } }: { of: Section }) {
  const format = useFormat();
  const roles = format.list((section.roles ?? []).map((role) => m[`${role}s`]()));
  return (
    <>
      <PageHead title={m[section.title]()} />
      <Empty title={m.notForYou({ roles })} acts={<ButtonLink href="/settings">{m.toProfile()}</ButtonLink>}>
        {m.askThem()}
      </Empty>
    </>
  );
}

function SectionLink({ path, section: { title } }: Section) {
  const [here] = useLocation();
  const link = useRef<HTMLAnchorElement>(null);
  const open = here === path;
  // On a phone the list is one line that scrolls: where one is stays in sight.
  useEffect(() => {
    if (open) link.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [open]);
  return (
    <Link ref={link} href={path} aria-current={open ? "page" : undefined}>
      <Icon of={icons[title] ?? ""} size={15} />
      <span>{m[title]()}</span>
      {path === "/settings/sessions" && <SessionCount />}
      {path === "/settings/tokens" && <TokensEndingSoon />}
    </Link>
  );
}

function SessionCount() {
  const count = useAsk("signIn.sessions.list").data?.items.length ?? 0;
  if (count < 2) return null;
  return (
    <small>
      <span aria-hidden="true">{count}</span>
      <span className="sr">{m.sessionCount({ count })}</span>
    </small>
  );
}

function TokensEndingSoon() {
  const tokens = useAsk("signIn.tokens.list", { whose: "mine" });
  const count = tokens.data?.items.filter((token) => endsSoon(token, Date.now())).length ?? 0;
  return count > 0 ? <small className="is-w">{m.endsSoon({ count })}</small> : null;
}
