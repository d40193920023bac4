/** Weekdays from Monday in the reader's language: Monday is the first, as in ISO 8601. */
export function weekdayNames(locale: string, length: "long" | "short" = "long"): string[] {
  // 1 January 2024 was a Monday.
  return named(7, (day) => new Date(Date.UTC(2024, 0, day)), locale, { weekday: length });
}

/** January first. */
export function monthNames(locale: string): string[] {
  return named(12, (month) => new Date(Date.UTC(2024, month - 1, 1)), locale, { month: "long" });
}

function named(count: number, dateOf: (at: number) => Date, locale: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return Array.from({ length: count }, (_, at) => format.format(dateOf(at + 1)));
}
