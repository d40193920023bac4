import { type ComponentType, lazy, type ReactNode, Suspense, use, useEffect } from "react";
import { matchRoute, Route, Switch, useLocation, useRouter } from "wouter";
import { onSignedOut } from "./api.ts";
import { keyOf } from "./ask.ts";
import { Breakwater, fetching } from "./breakwater.tsx";
import { Frame } from "./frame.tsx";
import { queryClient } from "./query-client.ts";
import { isSection, type Page, pages, type Section } from "./routes.ts";
import { SessionContext } from "./session.ts";
import { Loading } from "./ui/loading.tsx";
import { messages } from "./ui/messages.ts";
import { PageFocus } from "./ui/page-focus.tsx";
import catalogue from "./web.messages.json";

const m = messages(catalogue);
const loaded = pages.map((page) => ({ ...page, View: lazy(fetching(page.load)) }));
const NotFound = lazy(() => import("./pages/not-found.tsx"));
const loadSettingsFrame = () => import("./settings-frame.tsx");
const SettingsFrame = lazy(loadSettingsFrame);
const MembersOnly = lazy(() => import("./members-only.tsx"));

export function App() {
  const [place] = useLocation();
  useSigningIn();
  useLoading(place);
  return (
    <>
      <PageFocus place={place} product={m.product()} />
      <Switch>
        {loaded.filter(({ opens }) => opens === "anyone").map(routeOf)}
        <Route>
          <Frame>
            <Switch>
              {loaded.filter(({ opens }) => opens === "members").map(routeOf)}
              <Route>{shown(NotFound)}</Route>
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
  if (page.membersOnly === undefined || session?.member.role !== "guest") return shown(View);
  return sheltered(<MembersOnly title={m[page.membersOnly]()} />);
}

function besideSettings(open: Section, View: ComponentType) {
  return (
    <Suspense fallback={<Loading label={m.loading()} />}>
      <SettingsFrame open={open}>{shown(View)}</SettingsFrame>
    </Suspense>
  );
}

function shown(View: ComponentType) {
  return sheltered(<View />);
}

function sheltered(page: ReactNode) {
  return (
    <Breakwater>
      <Suspense fallback={<Loading label={m.loading()} />}>{page}</Suspense>
    </Breakwater>
  );
}

/** A page begins to load while it is still asked who is here, and its frame beside it. */
function useLoading(place: string): void {
  const { parser } = useRouter();
  useEffect(() => {
    const page = pages.find(({ path }) => matchRoute(parser, path, place)[0]);
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
