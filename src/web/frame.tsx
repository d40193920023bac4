import { type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useLocation } from "wouter";
import { type OutputOf, onSignedOut } from "./api.ts";
import { useAsk } from "./ask.ts";
import { Asked } from "./asked.tsx";
import { CycleNow } from "./cycle-now.tsx";
import { later } from "./later.tsx";
import { queryClient } from "./query-client.ts";
import { type Placed, placesFor, type Role } from "./routes.ts";
import { SessionContext } from "./session.ts";
import { Alone } from "./ui/alone.tsx";
import { Banner } from "./ui/banner.tsx";
import { FormatContext, formatFor, readerOfBrowser } from "./ui/format.ts";
import { useKeys } from "./ui/keys.ts";
import { messages } from "./ui/messages.ts";
import { type Place, Shell } from "./ui/shell.tsx";
import { say } from "./ui/status-line.tsx";
import catalogue from "./web.messages.json";

const m = messages(catalogue);
const loadKeyList = () => import("./key-list.tsx");
const KeyList = later(loadKeyList);
const loadSignInAgain = () => import("./sign-in-again.tsx");
const SignInAgain = later(loadSignInAgain);
const loadJump = () => import("./jump-anywhere.tsx");
const JumpAnywhere = later(loadJump);

/** Opens what lies over the page once its code is here; where it does not come, the page stays and says so. */
function over(load: () => Promise<unknown>, open: () => void): void {
  load().then(open, () => say(m.unreachable()));
}

/**
 * Around every page of a member: who they are, how they read, the shell, the keys, and what others change. Until it is
 * known who they are there is the page's name.
 */
export function Frame({ title, children }: { title: string; children: ReactNode }) {
  const session = useAsk("signIn.session.current");
  if (session.data) return <SignedIn session={session.data}>{children}</SignedIn>;
  return (
    <Alone title={title}>
      <Asked of={session} what={title}>
        {() => null}
      </Asked>
    </Alone>
  );
}

function SignedIn({ session, children }: { session: OutputOf<"signIn.session.current">; children: ReactNode }) {
  const [here] = useLocation();
  const { timeZone } = session.member;
  const format = useMemo(() => formatFor({ ...readerOfBrowser(), timeZone }), [timeZone]);
  const { role } = session.member;
  const sections = useSections(role);
  const online = useOnline();
  const [ended, end] = useState(false);
  const [jumping, jump] = useState<"never" | "open" | "closed">("never");
  useEffect(listening, []);
  useEffect(() => onSignedOut(() => over(loadSignInAgain, () => end(true))), []);
  const openJump = () => over(loadJump, () => jump("open"));
  return (
    <SessionContext value={session}>
      <FormatContext value={format}>
        <Shell
          sections={sections}
          tabs={placesFor(role)
            .filter(({ place }) => place.tab === true || (place.tab === "guests" && role === "guest"))
            .map(placeOf)}
          here={here}
          onJump={openJump}
          foot={<CycleNow />}
          person={{ name: session.member.name, detail: session.organisation.name, ...settings }}
          notice={
            !online && (
              <Banner kind="offline" fact={m.offline()}>
                {m.offlineSafe()}
              </Banner>
            )
          }
        >
          {children}
        </Shell>
        <Keys role={role} onJump={openJump} />
        {ended && (
          <Suspense>
            <SignInAgain onClose={() => end(false)} />
          </Suspense>
        )}
        {jumping !== "never" && (
          <Suspense>
            <JumpAnywhere open={jumping === "open"} onClose={() => jump("closed")} />
          </Suspense>
        )}
      </FormatContext>
    </SessionContext>
  );
}

const settings = { href: "/settings" };
const checkIn = "/check-in";

/** The sidebar, with how many check-ins are due beside their page. */
function useSections(role: Role) {
  const pulses = useAsk("engagement.pulse.settings", undefined, {
    enabled: role !== "guest",
    live: ["pulse", "organisation"],
  });
  const withPulses = pulses.data?.on || pulses.data?.can.change;
  const placed = placesFor(role).filter(({ place }) => place.only !== "pulses" || withPulses);
  const built = placed.some(({ path }) => path === checkIn);
  const due = useAsk("cadence.checkIns.due", undefined, { enabled: built, live: ["key-result", "check-in"] });
  const n = due.data?.items.length ?? 0;
  const waiting = { n, words: m.due({ count: n }) };
  const places = (of: Placed["place"]["section"]): Place[] =>
    placed
      .filter(({ place }) => place.section === of)
      .map(placeOf)
      .map((place) => (place.href === checkIn ? { ...place, waiting } : place));
  return [
    { places: places("mine") },
    { title: m.strategy(), places: places("strategy") },
    { title: m.workplace(), places: places("workplace") },
    { title: m.organisation(), places: places("organisation") },
  ].filter((section) => section.places.length > 0);
}

function placeOf({ path, place }: Placed): Place {
  return { href: path, label: m[place.title](), icon: place.icon };
}

/** ⌘K or / jumps, G and a letter go to a page, ? shows what the keys do here. */
function Keys({ role, onJump }: { role: Role; onJump: () => void }) {
  const [, go] = useLocation();
  const [shown, show] = useState<"never" | "open" | "closed">("never");
  useKeys([
    ...placesFor(role).flatMap(({ path, place }) =>
      place.keys ? [{ keys: place.keys, does: m.goTo({ place: m[place.title]() }), run: () => go(path) }] : [],
    ),
    { keys: "g s", does: m.goTo({ place: m.settings() }), run: () => go(settings.href) },
    { keys: "mod+k", does: m.jump(), run: onJump },
    { keys: "/", does: m.jump(), run: onJump },
    { keys: "?", does: m.showKeys(), run: () => over(loadKeyList, () => show("open")) },
  ]);
  return (
    shown !== "never" && (
      <Suspense>
        <KeyList open={shown === "open"} onClose={() => show("closed")} />
      </Suspense>
    )
  );
}

/** Hears what others change once the page stands; returns how to stop. */
function listening(): () => void {
  const stop = import("./live.ts").then(({ listenLive }) => listenLive(queryClient));
  return () => void stop.then((end) => end());
}

function useOnline(): boolean {
  return useSyncExternalStore(listenOnline, () => navigator.onLine);
}

function listenOnline(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}
