import { Component, type ReactNode } from "react";
import { Banner } from "./ui/banner.tsx";
import { Button } from "./ui/button.tsx";
import { Headed, type PageFrame } from "./ui/headed.tsx";
import { messages } from "./ui/messages.ts";
import catalogue from "./web.messages.json";

const m = messages(catalogue);

interface BreakwaterProps {
  /** What the page is called, which it cannot say itself any more. */
  title: string;
  /** Around what is said; the name alone where it is left out. */
  Frame?: PageFrame;
  children: ReactNode;
}

/** What breaks inside a page stays inside it: the frame stands, and the page can be tried again. */
export class Breakwater extends Component<BreakwaterProps, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? true };
  }

  override render() {
    const { error } = this.state;
    const { title, Frame = Headed, children } = this.props;
    if (!error) return children;
    return (
      <Frame title={title}>
        <Banner kind="error" fact={m.broke()} acts={<Button onClick={() => location.reload()}>{m.tryAgain()}</Button>}>
          {m.brokeSafe()}
        </Banner>
      </Frame>
    );
  }
}
