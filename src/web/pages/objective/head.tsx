import { useState } from "react";
import { Link, useLocation } from "wouter";
import { type Objective, OverruleForm, StateMenu } from "../../../features/okrs/web/public.tsx";
import { addressOf } from "../../addresses.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { messages } from "../../ui/messages.ts";
import catalogue from "../objective.messages.json";
import type { Doing } from "../objective.tsx";

const m = messages(catalogue);

interface HeadProps {
  objective: Objective;
  /** Where a check-in goes; null where nothing here is the viewer's to report. */
  checkIn: string | null;
  onDo: (doing: Doing) => void;
}

/** Whose it is and when, and what can be done with it. */
export function Head({ objective, checkIn, onDo }: HeadProps) {
  const [, go] = useLocation();
  const [overruling, overrule] = useState(false);
  const { can, id, version, state, stateReason, title, status } = objective;
  return (
    <header className="page-head obj-top">
      <Place {...objective} />
      <div className="actions">
        {can.edit && (
          <Button keys="e" onClick={() => onDo("edit")}>
            {m.edit()}
          </Button>
        )}
        {(can.close || can.remove || can.overrule || can.link) && (
          <StateMenu
            of="objective"
            {...{ id, version, state, stateReason, title, can }}
            onRemoved={() => go("/objectives", { replace: true })}
          >
            {can.overrule && <MenuItem onSelect={() => overrule(true)}>{m.overrule()}</MenuItem>}
            {can.link && <MenuItem onSelect={() => onDo("link")}>{m.connect()}</MenuItem>}
          </StateMenu>
        )}
        {checkIn && (
          <ButtonLink kind="primary" href={checkIn} keys="c">
            {m.checkIn()}
          </ButtonLink>
        )}
      </div>
      <OverruleForm
        open={overruling}
        onClose={() => overrule(false)}
        of="objective"
        id={id}
        version={version}
        reading={status}
      />
    </header>
  );
}

/** "Product, Q1 2027". */
function Place({ team, cycle }: Objective) {
  const places = [
    ...(team ? [{ ...team, href: addressOf({ kind: "team", id: team.id }) }] : []),
    { ...cycle, href: addressOf({ kind: "cycle", id: cycle.id }) },
  ];
  return (
    <p className="sub">
      {places.map(({ id, name, href }, at) => (
        <span key={id} dir="auto">
          {at > 0 && ", "}
          {href ? <Link href={href}>{name}</Link> : name}
        </span>
      ))}
    </p>
  );
}
