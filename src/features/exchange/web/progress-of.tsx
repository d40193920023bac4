import { Loading } from "../../../web/ui/loading.tsx";
import { useProgress } from "./use-reading.ts";

/** How far a reading or an import is: bars at first, then its share. */
export function ProgressOf({ id, what, at }: { id: string | null; what: string; at?: "saving" }) {
  const progress = useProgress(id);
  if (!progress) return <Loading label={what} />;
  const share = at && progress.phase !== at ? 0 : progress.share;
  const percent = Math.round(share * 100);
  return (
    <div className="im-run">
      <p>
        <bdi>{what}</bdi> <b className="num">{percent} %</b>
      </p>
      <progress aria-label={what} max={100} value={percent} />
    </div>
  );
}
