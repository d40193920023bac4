import { type RefObject, Suspense, useEffect, useRef, useState } from "react";
import { later } from "../../../web/later.tsx";
import { Avatar } from "../../../web/ui/avatar.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { m, type Named } from "./asking.ts";

const MemberPicker = later(() => import("./member-search.ts"));

interface OwnerPickProps {
  owner: Named | null;
  /** Of what: its title. */
  of: string;
  readOnly: boolean;
  onPick: (owner: Named | null) => void;
}

/** Who answers for a line: a name that opens into a search where it stands. */
export function OwnerPick({ owner, of, readOnly, onPick }: OwnerPickProps) {
  const [picking, pick] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const done = (to?: Named | null) => {
    pick(false);
    requestAnimationFrame(() => place.current?.querySelector("button")?.focus());
    if (to !== undefined && to?.id !== owner?.id) onPick(to);
  };
  const words = owner ? (
    <>
      <Avatar name={owner.name} size={20} />
      <span dir="auto">{owner.name}</span>
    </>
  ) : (
    <span className="none">{m.nobody()}</span>
  );
  if (readOnly) return <span className="own">{words}</span>;
  return (
    <span ref={place} className="own-p">
      {picking ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc and leaving end the search of the field inside
        <span
          className="own-f"
          onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && pick(false)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            done();
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <Suspense>
            <MemberPicker
              label={<span className="sr">{m.ownerOf({ title: of })}</span>}
              placeholder={owner?.name ?? m.findOwner()}
              guests={false}
              onPick={done}
            />
            <Begun place={place} />
          </Suspense>
          {owner && (
            <Button size="sm" kind="quiet" onClick={() => done(null)}>
              {m.nobody()}
            </Button>
          )}
        </span>
      ) : (
        <button type="button" className="own" onClick={() => pick(true)}>
          {words} <span className="sr">{m.changeOwner({ title: of })}</span>
        </button>
      )}
    </span>
  );
}

/** Gives the focus to the search once it is there. */
function Begun({ place }: { place: RefObject<HTMLElement | null> }) {
  useEffect(() => place.current?.querySelector("input")?.focus(), [place]);
  return null;
}
