import { Component, type ComponentType, lazy } from "react";
import { Banner } from "./ui/banner.tsx";
import { Button } from "./ui/button.tsx";
import { Headed, type PageFrame } from "./ui/headed.tsx";
import { messages } from "./ui/messages.ts";
import catalogue from "./web.messages.json";

const m = messages(catalogue);

/** Code that could not be fetched: the server is down, or has been renewed since this page was opened. */
class Unfetched extends Error {}

/**
 * A part of a page whose code comes when it is shown, for a Suspense around it. Where it does not come, that is said in
 * its place and can be tried again there: what is typed beside it stays. A whole page is headed by its `title` then,
 * inside of a `Frame` where it has none around it.
 */
// biome-ignore lint/suspicious/noExplicitAny: whatever a component takes, as React's own lazy has it
export function later<View extends ComponentType<any>>(
  load: () => Promise<{ default: View }>,
  title?: string,
  Frame: PageFrame | null = title === undefined ? null : Headed,
): View {
  const part = new Part(load);
  return ((props: object) => <Landing {...{ part, title, Frame, props }} />) as unknown as View;
}

/** Code on its way. React keeps for good that it did not come; `forget` lets it be asked for again. */
class Part {
  private load: () => Promise<{ default: ComponentType }>;
  View: ComponentType;

  constructor(load: () => Promise<{ default: ComponentType }>) {
    this.load = load;
    this.View = this.fetched();
  }

  forget() {
    this.View = this.fetched();
  }

  private fetched() {
    const unfetched = (cause: unknown) => {
      throw new Unfetched("A part of the page did not come.", { cause });
    };
    return lazy(() => this.load().catch(unfetched));
  }
}

interface LandingProps {
  part: Part;
  title: string | undefined;
  Frame: PageFrame | null;
  /** Of the part. */
  props: object;
}

class Landing extends Component<LandingProps, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  /** Whoever comes back finds it asked for again. */
  override componentWillUnmount() {
    if (this.state.error) this.props.part.forget();
  }

  private retry = () => {
    this.props.part.forget();
    this.setState({ error: null });
  };

  override render() {
    const { error } = this.state;
    const { part, title = "", Frame, props } = this.props;
    if (!error) return <part.View {...props} />;
    if (!((error as unknown) instanceof Unfetched)) throw error;
    const failed = (
      <Banner kind="error" fact={m.unreachable()} acts={<Button onClick={this.retry}>{m.tryAgain()}</Button>}>
        {m.brokeSafe()}
      </Banner>
    );
    return Frame ? <Frame title={title}>{failed}</Frame> : failed;
  }
}
