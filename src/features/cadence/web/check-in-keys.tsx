import { Kbd } from "../../../web/ui/kbd.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import catalogue from "./check-in.messages.json";

const m = messages(catalogue);

/** What the keys do here, for the eye; each control says its own to assistive technology. */
export function CheckInKeys() {
  return (
    <section className="ci-keys">
      <SectionHead title={m.keys()} />
      <dl className="keys">
        <dt>
          <Kbd keys="0" />
          <i>{m.to()}</i>
          <Kbd keys="9" />
        </dt>
        <dd>{m.keyConfidence()}</dd>
        <dt>
          <Kbd keys="x" />
        </dt>
        <dd>{m.keyTen()}</dd>
        <dt>
          <Kbd keys="=" />
        </dt>
        <dd>{m.same()}</dd>
        <dt>
          <Kbd keys="mod+arrowdown" />
        </dt>
        <dd>{m.next()}</dd>
        <dt>
          <Kbd keys="mod+enter" />
        </dt>
        <dd>{m.sendAll()}</dd>
      </dl>
    </section>
  );
}
