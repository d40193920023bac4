const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Every id that stands somewhere in these values, each once. */
export function idsIn(...values: unknown[]): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === "string" && uuid.test(value)) found.add(value);
    else if (value && typeof value === "object") for (const inner of Object.values(value)) look(inner);
  };
  for (const value of values) look(value);
  return [...found];
}
