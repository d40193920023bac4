import { Component, type ReactNode } from "react";
import { Banner } from "./ui/banner.tsx";
import { Button } from "./ui/button.tsx";
import { messages } from "./ui/messages.ts";
import catalogue from "./web.messages.json";

const m = messages(catalogue);

/** Part of a page that could not be fetched: the server is down, or has been renewed since this page was opened. */
class Unfetched extends Error {}

/** Loads a page, so that one that does not come is told from one that breaks. */
export function fetching<T>(load: () => Promise<T>): () => Promise<T> {
  return () =>
    load().catch((cause) => {
      throw new Unfetched("A part of the page did not come.", { cause });
    });
}

/** What breaks inside a page stays inside it: the frame stands, and the page can be tried again. */
export class Breakwater extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? true };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const fact = (error as unknown) instanceof Unfetched ? m.unreachable() : m.broke();
    return (
      <Banner kind="error" fact={fact} acts={<Button onClick={() => location.reload()}>{m.tryAgain()}</Button>}>
        {m.brokeSafe()}
      </Banner>
    );
  }
}
