/** Everything that an import, or taking one back, may have changed. */
export const stale = ["exchange", "okrs", "people", "alignment", "roadmap", "focus", "cadence"] as const;
