import { arrowRight } from "../../../web/ui/further-icons.ts";
import { Icon } from "../../../web/ui/icon.tsx";
import { penLine } from "../../../web/ui/icons.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { archive, history } from "../../../web/ui/settings-icons.ts";
import { branchOf, type Node } from "./branch.ts";
import catalogue from "./import.messages.json";
import type { Preview } from "./said.ts";

const m = messages(catalogue);

/** What the import would make, a branch of it as it will look, and what becomes of the rest. */
export function Outcome({ of: { rows, tree, counts } }: { of: Preview }) {
  const branch = branchOf(tree);
  return (
    <aside className="stack">
      <section aria-labelledby="im-out">
        <SectionHead id="im-out" title={m.ifYouImport()} />
        <dl className="imp-n num">
          <Made what={m.objectives()} of={rows.objective} />
          <Made what={m.keyResults()} of={rows["key-result"]} />
          <Made what={m.initiatives()} of={rows.initiative} />
          {sumOf(rows["health-metric"]) > 0 && <Made what={m.healthMetrics()} of={rows["health-metric"]} />}
          <div>
            <dt>{m.deleted()}</dt>
            <dd>
              <b>0</b>
              <small>{m.neverDeletes()}</small>
            </dd>
          </div>
        </dl>
      </section>
      {branch && (
        <section aria-labelledby="im-branch">
          <SectionHead id="im-branch" title={m.firstBranch()} />
          <ul className="tree-p">
            <BranchNode of={branch.root} />
          </ul>
          {branch.more > 0 && <p className="im-note">{m.branchGoesOn({ count: branch.more })}</p>}
        </section>
      )}
      <section aria-labelledby="im-care">
        <SectionHead id="im-care" title={m.nothingDropped()} />
        <ul className="im-care">
          <Care icon={archive}>{m.staysWithFile({ count: counts.keptAside })}</Care>
          <Care icon={penLine}>{m.remarksStay()}</Care>
          <Care icon={history}>{m.neverDoubles()}</Care>
        </ul>
      </section>
    </aside>
  );
}

type Actions = Preview["rows"]["objective"];

function sumOf({ create, changed, unchanged, already }: Actions): number {
  return create + changed + unchanged + already;
}

function Made({ what, of: actions }: { what: string; of: Actions }) {
  const there = actions.unchanged + actions.already;
  const parts = [
    actions.create > 0 && m.newOnes({ count: actions.create }),
    actions.changed > 0 && m.changedOnes({ count: actions.changed }),
    there > 0 && m.thereAlready({ count: there }),
  ];
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        <b>{sumOf(actions)}</b>
        <small>{parts.filter(Boolean).join(", ")}</small>
      </dd>
    </div>
  );
}

function BranchNode({ of: { kind, title, action, measure, below } }: { of: Node }) {
  const tag =
    action !== "create"
      ? m[`action_${action}`]()
      : kind === "initiative" || kind === "health-metric"
        ? m[`kind_${kind}`]()
        : null;
  if (kind !== "objective") {
    return (
      <li className="k">
        <span dir="auto">{title}</span>
        {tag ? <span className="tag">{tag}</span> : <Figures of={measure} />}
      </li>
    );
  }
  return (
    <li>
      <p>
        <span dir="auto">{title}</span> {tag && <span className="tag">{tag}</span>}
      </p>
      {below.length > 0 && (
        <ul>
          {below.map((node) => (
            <BranchNode key={node.line + node.title} of={node} />
          ))}
        </ul>
      )}
    </li>
  );
}

const signs = { above: ">", "at-or-above": "≥", below: "<", "at-or-below": "≤" } as const;

function Figures({ of: measure }: { of: Node["measure"] }) {
  if (!measure || measure.kind === "done") return <small>{m.doneOrNot()}</small>;
  if (measure.kind === "baseline") return <small>{m.baseline()}</small>;
  const unit = measure.unit ? ` ${measure.unit}` : "";
  if (measure.kind === "threshold") {
    return (
      <b className="num">
        {signs[measure.operator ?? "at-or-above"]} {measure.target}
        {unit}
      </b>
    );
  }
  return (
    <b className="num">
      {measure.start}
      <Icon of={arrowRight} size={12} />
      {measure.target}
      {unit}
    </b>
  );
}

function Care({ icon, children }: { icon: string; children: string }) {
  return (
    <li>
      <Icon of={icon} size={14} />
      <span>{children}</span>
    </li>
  );
}
