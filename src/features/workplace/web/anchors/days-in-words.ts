import { weekdayNames } from "../../../../web/ui/calendar-words.ts";
import { useFormat } from "../../../../web/ui/format.ts";

type Weekday = "1" | "2" | "3" | "4" | "5" | "6" | "7";

/** "Tuesday and Wednesday", in the reader's language; the words given where there are none. */
export function useDaysInWords(): (days: readonly Weekday[], none: string) => string {
  const { locale } = useFormat();
  const names = weekdayNames(locale);
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (days, none) => (days.length === 0 ? none : list.format(days.map((day) => names[Number(day) - 1] ?? day)));
}
