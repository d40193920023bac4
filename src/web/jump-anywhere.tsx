import { useDeferredValue, useState } from "react";
import { useLocation } from "wouter";
import { addressOf } from "./addresses.ts";
import { useAsk } from "./ask.ts";
import { pages } from "./routes.ts";
import { Jump, type JumpResult } from "./ui/jump.tsx";
import { messages } from "./ui/messages.ts";
import catalogue from "./web.messages.json";

const m = messages(catalogue);
const kinds: Record<string, string> = { objective: m.objective(), "key-result": m.keyResult() };

type Found = JumpResult & { href: string };

/** Search or jump over what people wrote and the pages of the sidebar. */
export default function JumpAnywhere({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [, go] = useLocation();
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query.trim());
  const found = useAsk("okrs.search", { q: asked }, { enabled: open && asked !== "", keepPrevious: true });
  const titles = (asked === "" ? [] : (found.data?.items ?? [])).flatMap(
    ({ kind, id, title, objectiveId }): Found[] => {
      const href = addressOf({ kind, id, objectiveId });
      return href ? [{ id: `${kind} ${id}`, words: title, href, ...(kinds[kind] ? { detail: kinds[kind] } : {}) }] : [];
    },
  );
  const results = [...titles, ...placesNamed(query)];
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
      busy={found.isFetching || asked !== query.trim()}
      onPick={({ id }) => go(results.find((result) => result.id === id)?.href ?? "/")}
    />
  );
}

function placesNamed(query: string): Found[] {
  return pages.flatMap(({ path, title, place }) => {
    const words = m[title]();
    const fits = place && words.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
    return fits ? [{ id: path, words, detail: m.page(), href: path }] : [];
  });
}
