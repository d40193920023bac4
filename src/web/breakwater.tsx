import { Component, type ReactNode } from "react";
import { Banner } from "./ui/banner.tsx";
import { Button } from "./ui/button.tsx";
import { messages } from "./ui/messages.ts";
import catalogue from "./web.messages.json";

const m = messages(catalogue);

/** What breaks inside a page stays inside it: the frame stands, and the page can be tried again. */
export class Breakwater extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Banner kind="error" fact={m.broke()} acts={<Button onClick={() => location.reload()}>{m.tryAgain()}</Button>}>
        {m.brokeSafe()}
      </Banner>
    );
  }
}
