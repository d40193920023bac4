import { useState } from "react";
import { call } from "../../../../web/api.ts";
import type { Problem } from "../../../../web/problem.ts";
import { Banner } from "../../../../web/ui/banner.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { type Evidence, e } from "./evidence-words.ts";

/** Everything that somebody needs who wants to find the same: the rows, and the method with its seed. */
export function Again({ id, evidence: { assessed } }: { id: string; evidence: Evidence }) {
  const format = useFormat();
  const [busy, set] = useState(false);
  const [problem, fail] = useState<Problem | null>(null);
  if (!assessed) return null;
  const fetchRows = async (which: "rows" | "method") => {
    set(true);
    fail(null);
    try {
      const { fileName, csv, method, rowsHash } = await call("policies.policyEvidence.rows", { id });
      if (which === "rows") save(fileName, csv, "text/csv");
      else save(fileName.replace(/csv$/, "json"), JSON.stringify({ rowsHash, ...method }, null, 2), "application/json");
    } catch (error) {
      fail(error as Problem);
    }
    set(false);
  };
  const { at, rows, version, seed } = assessed;
  return (
    <section aria-labelledby="again">
      <SectionHead id="again" title={e.again()} />
      <p className="small">{e.againWords({ when: format.moment(at), rows, version, seed: String(seed) })}</p>
      <p className="row ev-acts">
        <Button busy={busy} onClick={() => void fetchRows("rows")}>
          {e.download()}
        </Button>
        <Button busy={busy} onClick={() => void fetchRows("method")}>
          {e.downloadMethod()}
        </Button>
      </p>
      {problem && <Banner kind="error" fact={problem.title} />}
    </section>
  );
}

function save(fileName: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
