/** Trying out anchor days: a day is ticked, or moved to another. */

/** With the day if it was not there, without it if it was; in the order of the week. */
export function toggled<Day extends string>(days: readonly Day[], day: Day): Day[] {
  return days.includes(day) ? days.filter((each) => each !== day) : [...days, day].sort();
}

/** The day goes to another that is not taken; the same days where it cannot. */
export function moved<Day extends string>(days: readonly Day[], from: Day, to: Day): readonly Day[] {
  if (!days.includes(from) || days.includes(to)) return days;
  return days.map((each) => (each === from ? to : each)).sort();
}

/** The nearest free day to go to in a direction (1 or -1) among those that are possible; undefined where none is. */
export function freeDay<Day extends string>(
  possible: readonly Day[],
  days: readonly Day[],
  from: Day,
  direction: 1 | -1,
): Day | undefined {
  const ahead = direction === 1 ? possible.filter((day) => day > from) : possible.filter((day) => day < from).reverse();
  return ahead.find((day) => !days.includes(day));
}
