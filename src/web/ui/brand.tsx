import "./brand.css";

/** The mark and the name. */
export function Brand() {
  return (
    <span className="brand">
      <svg className="mark" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <path d="M4.5 3.5v5.2a3.3 3.3 0 0 0 3.3 3.3h6.4a3.3 3.3 0 0 1 3.3 3.3v.7" className="mk-l" />
        <circle cx="4.5" cy="3.5" r="2.5" className="mk-a" />
        <circle cx="17.5" cy="18" r="2.6" className="mk-b" />
      </svg>
      <span>Throughline</span>
    </span>
  );
}
