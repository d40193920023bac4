import type { ReactNode } from "react";
import { Link } from "wouter";
import { useFormat } from "../ui/format.ts";
import { messages } from "../ui/messages.ts";
import { type End, type Status, StatusMark } from "../ui/status.tsx";
import "../ui/table.css";
import catalogue from "./cycle/cycle.messages.json";
import "./objective-table.css";

const m = messages(catalogue);

interface Objective {
  id: string;
  title: string;
  owner: { name: string } | null;
  /** 0..1, exact; null where nothing counts. */
  progress: string | null;
  status: Status;
  end?: End | null;
}

/** Objectives with their owner, progress and status. `under` says more beneath a title. */
export function ObjectiveTable<T extends Objective>({
  objectives,
  under,
}: {
  objectives: readonly T[];
  under?: (objective: T) => ReactNode;
}) {
  const format = useFormat();
  return (
    <div className="tbl-scroll">
      <table className="tbl objs">
        <thead>
          <tr>
            <th scope="col">{m.objective()}</th>
            <th scope="col">{m.owner()}</th>
            <th scope="col">{m.progress()}</th>
            <th scope="col">{m.status()}</th>
          </tr>
        </thead>
        <tbody>
          {objectives.map((objective) => (
            <tr key={objective.id}>
              <th scope="row">
                <Link href={`/objectives/${objective.id}`} dir="auto">
                  {objective.title}
                </Link>
                {under && <small dir="auto">{under(objective)}</small>}
              </th>
              <td dir="auto">{objective.owner?.name ?? m.nobody()}</td>
              <td className="num">{objective.progress === null ? "–" : format.percent(Number(objective.progress))}</td>
              <td>
                <StatusMark status={objective.status} end={objective.end} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
