import { type ComponentType, lazy } from "react";

/** Part of a page that comes later, and nothing where it cannot be fetched: for advice, which nothing waits for. */
export function quietly<Props>(load: () => Promise<{ default: ComponentType<Props> }>): ComponentType<Props> {
  return lazy(() => load().catch(() => ({ default: (() => null) as ComponentType<Props> }))) as ComponentType<Props>;
}
