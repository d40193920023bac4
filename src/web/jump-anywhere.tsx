import { useDeferredValue, useState } from "react";
import { useLocation } from "wouter";
import { addressOf } from "./addresses.ts";
import type { OutputOf } from "./api.ts";
import { useAsk } from "./ask.ts";
import catalogue from "./jump-anywhere.messages.json";
import { placesFor, type Role } from "./routes.ts";
import { useSession } from "./session.ts";
import { Jump, type JumpResult } from "./ui/jump.tsx";
import { messages } from "./ui/messages.ts";
import places from "./web.messages.json";

const m = messages(catalogue);
const pages = messages(places);
const kinds: Record<string, string> = {
  objective: m.objective(),
  "key-result": m.keyResult(),
  initiative: m.initiative(),
};

type Found = JumpResult & { href: string };

/** Search or jump over what people wrote and the pages of the sidebar. */
export default function JumpAnywhere({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [, go] = useLocation();
  const { role } = useSession().member;
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query.trim());
  const asking = { enabled: open && asked !== "", keepPrevious: true };
  const found = useAsk("okrs.search", { q: asked }, asking);
  const initiatives = useAsk("roadmap.initiatives.list", { q: asked, limit: 10 }, asking);
  const named = asked === "" ? [] : [...(found.data?.items ?? []), ...(initiatives.data?.items ?? []).map(asNamed)];
  const titles = named.flatMap(({ kind, id, title, objectiveId }): Found[] => {
    const href = addressOf({ kind, id, objectiveId });
    return href ? [{ id: `${kind} ${id}`, words: title, href, ...(kinds[kind] ? { detail: kinds[kind] } : {}) }] : [];
  });
  const results = [...titles, ...placesNamed(query, role)];
  return (
    <Jump
      open={open}
      onClose={() => {
        setQuery("");
        onClose();
      }}
      query={query}
      onQuery={setQuery}
      results={results}
      busy={found.isFetching || initiatives.isFetching || asked !== query.trim()}
      onPick={({ id }) => go(results.find((result) => result.id === id)?.href ?? "/")}
    />
  );
}

/** An initiative is shown with the first objective it bets on; without one no page shows it. */
function asNamed({ id, title, bets }: OutputOf<"roadmap.initiatives.list">["items"][number]) {
  return { kind: "initiative", id, title, objectiveId: bets[0]?.objective.id ?? null };
}

function placesNamed(query: string, role: Role): Found[] {
  return placesFor(role).flatMap(({ path, place }) => {
    const words = pages[place.title]();
    const fits = words.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
    return fits ? [{ id: path, words, detail: m.page(), href: path }] : [];
  });
}
