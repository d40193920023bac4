import type { ReactNode } from "react";
import { Link } from "wouter";
import { LinkActs, type Objective } from "../../../features/okrs/web/public.tsx";
import { useSession } from "../../session.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { arrowDown, arrowUp } from "../../ui/further-icons.ts";
import { Icon } from "../../ui/icon.tsx";
import { messages } from "../../ui/messages.ts";
import { SectionHead } from "../../ui/section-head.tsx";
import { StatusGlyph } from "../../ui/status.tsx";
import catalogue from "../objective.messages.json";

const m = messages(catalogue);

/** What it supports, and what supports it. */
export function Connected({ objective, onConnect }: { objective: Objective; onConnect: (() => void) | undefined }) {
  const { parents, children } = objective;
  const isGuest = useSession().member.role === "guest";
  if (isGuest && parents.length + children.length === 0) return null;
  return (
    <section aria-labelledby="connected">
      <SectionHead
        id="connected"
        title={m.connected()}
        aside={
          onConnect && (
            <Button size="sm" onClick={onConnect}>
              {m.connect()}
            </Button>
          )
        }
      />
      {parents.length + children.length === 0 && <p className="small">{m.notConnected()}</p>}
      <ul className="conn">
        {parents.map((link) => (
          <Linked
            key={link.id}
            icon={arrowUp}
            link={link}
            title={link.parent.title}
            to={link.objective}
            detail={m[link.parent.kind]()}
          >
            {onConnect && <LinkActs link={link} objective={objective} />}
          </Linked>
        ))}
        {children.map((link) => (
          <Linked
            key={link.id}
            icon={arrowDown}
            link={link}
            title={link.objective.title}
            to={link.objective}
            detail={link.under.kind === "key-result" ? m.under({ title: link.under.title }) : link.objective.team?.name}
          />
        ))}
      </ul>
      <Link className="link meta" href={`/line/${objective.id}`}>
        {m.wholeLine()}
      </Link>
    </section>
  );
}

interface LinkedProps {
  icon: string;
  link: { mode: "supports" | "contributes"; weight: string };
  title: string;
  /** The objective it leads to; null for an imperative. */
  to: Objective["children"][number]["objective"] | null;
  detail: string | undefined;
  children?: ReactNode;
}

function Linked({ icon, link: { mode, weight }, title, to, detail, children }: LinkedProps) {
  const format = useFormat();
  const how = mode === "supports" ? m.supports() : m.contributes({ weight: format.decimal(weight) });
  return (
    <li>
      <Icon of={icon} size={14} />
      <div>
        {to ? (
          <Link href={`/objectives/${to.id}`} dir="auto">
            {title}
          </Link>
        ) : (
          <span dir="auto">{title}</span>
        )}
        <span className="meta" dir="auto">
          {[detail, how].filter(Boolean).join(", ")}
        </span>
      </div>
      {to && <StatusGlyph status={to.status.status} end={to.status.end} alone />}
      {children}
    </li>
  );
}
