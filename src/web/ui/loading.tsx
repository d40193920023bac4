import "./loading.css";

/** Nothing for 300 ms, then bars where the words and the rails will be; `label` says what is coming. */
export function Loading({ label, rows = 3 }: { label: string; rows?: number }) {
  return (
    <div className="loading" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <span key={row}>
          <i />
          <b />
        </span>
      ))}
    </div>
  );
}
