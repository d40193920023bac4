/** One icon of icons.ts. Decoration beside a word; a control that shows only an icon needs a name of its own. */
export function Icon({ of, size = 16 }: { of: string; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={of} />
    </svg>
  );
}
