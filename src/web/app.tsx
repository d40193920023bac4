import { type ComponentType, type ReactNode, Suspense, use, useEffect } from "react";
import { matchRoute, type Parser, Route, Switch, useLocation, useRouter } from "wouter";
import { onSignedOut } from "./api.ts";
import { keyOf } from "./ask.ts";
import { Breakwater } from "./breakwater.tsx";
import { Frame } from "./frame.tsx";
import { later } from "./later.tsx";
import { queryClient } from "./query-client.ts";
import { isSection, type Page, pages, type Section } from "./routes.ts";
import { SessionContext } from "./session.ts";
import { Alone } from "./ui/alone.tsx";
import { Headed, type PageFrame } from "./ui/headed.tsx";
import { Loading } from "./ui/loading.tsx";
import { messages } from "./ui/messages.ts";
import { PageFocus } from "./ui/page-focus.tsx";
import catalogue from "./web.messages.json";

const m = messages(catalogue);
const loaded = pages.map((page) => {
  return { ...page, View: later(page.load, titleOf(page), page.opens === "anyone" ? Alone : Headed) };
});
const NotFound = later(() => import("./pages/not-found.tsx"), m.product());
const loadSettingsFrame = () => import("./settings-frame.tsx");
const SettingsFrame = later(loadSettingsFrame, m.settings());
const MembersOnly = later(() => import("./members-only.tsx"), m.product());

export function App() {
  const [place] = useLocation();
  const { parser } = useRouter();
  useSigningIn();
  useLoading(parser, place);
  return (
    <>
      <PageFocus place={place} product={m.product()} />
      <Switch>
        {loaded.filter(({ opens }) => opens === "anyone").map(routeOf)}
        <Route>
          <Frame title={titleAt(parser, place)}>
            <Switch>
              {loaded.filter(({ opens }) => opens === "members").map(routeOf)}
              <Route>{shown(NotFound, m.product())}</Route>
            </Switch>
          </Frame>
        </Route>
      </Switch>
    </>
  );
}

function routeOf({ View, ...page }: Page & { View: ComponentType }) {
  return (
    <Route key={page.path} path={page.path}>
      {isSection(page) ? besideSettings(page, View) : <ForWhom page={page} View={View} />}
    </Route>
  );
}

/** Guests are told whom a page is for before it asks for anything that would be refused. */
function ForWhom({ page, View }: { page: Page; View: ComponentType }) {
  const session = use(SessionContext);
  const title = titleOf(page);
  if (page.opens === "anyone") return sheltered(<View />, title, Alone);
  if (page.membersOnly === undefined || session?.member.role !== "guest") return shown(View, title);
  return sheltered(<MembersOnly title={title} />, title);
}

function besideSettings(open: Section, View: ComponentType) {
  return sheltered(
    <SettingsFrame open={open}>
      <View />
    </SettingsFrame>,
    titleOf(open),
  );
}

function shown(View: ComponentType, title: string) {
  return sheltered(<View />, title);
}

/** `Coming` is how its name stands until it is here: in the frame, or where there is none. */
function sheltered(page: ReactNode, title: string, Coming: PageFrame = Headed) {
  const coming = (
    <Coming title={title}>
      <Loading label={m.loading()} />
    </Coming>
  );
  return (
    <Breakwater title={title} Frame={Coming}>
      <Suspense fallback={coming}>{page}</Suspense>
    </Breakwater>
  );
}

/** What a page is called before it is there to say so itself. */
function titleOf({ place, section, membersOnly, title }: Page): string {
  return m[place?.title ?? membersOnly ?? title ?? (section ? "settings" : "product")]();
}

function titleAt(parser: Parser, place: string): string {
  const page = pageAt(parser, place);
  return page ? titleOf(page) : m.product();
}

function pageAt(parser: Parser, place: string): Page | undefined {
  return pages.find(({ path }) => matchRoute(parser, path, place)[0]);
}

/** A page begins to load while it is still asked who is here, and its frame beside it. */
function useLoading(parser: Parser, place: string): void {
  useEffect(() => {
    const page = pageAt(parser, place);
    if (!page) return;
    // What fails to load is met again, and told, where it is drawn.
    page.load().catch(() => {});
    if (isSection(page)) loadSettingsFrame().catch(() => {});
  }, [parser, place]);
}

/**
 * When the server does not know who asks, a member's page gives way to sign-in, which leads back to it. Where a session
 * ends under an open page, the page stays and the frame asks there, so that nothing that was typed is lost.
 */
function useSigningIn(): void {
  const [place, go] = useLocation();
  const open = pages.some(({ path, opens }) => path === place && opens === "anyone");
  useEffect(() => {
    if (open) return;
    return onSignedOut(() => {
      if (queryClient.getQueryData(keyOf("signIn.session.current"))) return;
      queryClient.clear();
      go(place === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(place + location.search)}`, {
        replace: true,
      });
    });
  }, [open, place, go]);
}
