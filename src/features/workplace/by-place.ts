/** A group by the places that its people belong to: hours and costs are told of places, so that nobody is compared. */
import { earlyAndLate } from "./best-times.ts";
import { canMeet, type OwnTimes, sharedBy } from "./own-hours.ts";
import { both, lengthOf, type Span } from "./spans.ts";

interface Person {
  place: string;
  timeZone: string;
  times: OwnTimes;
}

interface Place<Each> {
  name: string;
  timeZone: string;
  people: Each[];
}

/** By name; people of one name in two zones are two places. */
export function byPlace<Each extends Person>(people: readonly Each[]): Place<Each>[] {
  const places = new Map<string, Place<Each>>();
  for (const person of people) {
    const key = `${person.place} ${person.timeZone}`;
    const place = places.get(key) ?? { name: person.place, timeZone: person.timeZone, people: [] };
    place.people.push(person);
    places.set(key, place);
  }
  return [...places.values()].sort((one, other) => one.name.localeCompare(other.name, "en"));
}

export interface SharedDay {
  people: number;
  off: number;
  places: { name: string; timeZone: string; people: number; hours: Span[] }[];
  shared: Span[];
  without: { place: string; shared: Span[] } | null;
}

/** What a group shares of a day; whoever has no hours in it is off and left out. */
export function sharedDay(group: readonly Person[], day: Span): SharedDay {
  const within = (person: Person) => ({ ...person, free: both(canMeet(person.times), [day]) });
  const working = group.map(within).filter(({ times }) => both(times.worked, [day]).length > 0);
  const places = byPlace(working).map(({ people, ...place }) => ({
    ...place,
    people: people.length,
    hours: sharedBy(people.map(({ free }) => free)),
  }));
  const shared = sharedBy(places.map(({ hours }) => hours));
  return {
    people: working.length,
    off: group.length - working.length,
    places,
    shared,
    without: mostRoom(places, shared),
  };
}

/** The place without which the others share most, where that is more; null for two places, which share nothing alone. */
function mostRoom(places: readonly { name: string; hours: Span[] }[], shared: readonly Span[]) {
  if (places.length < 3) return null;
  const rooms = places.map(({ name }, at) => ({
    place: name,
    shared: sharedBy(places.filter((_, other) => other !== at).map(({ hours }) => hours)),
  }));
  const [most] = rooms.sort((one, other) => lengthOf(other.shared) - lengthOf(one.shared));
  return most && lengthOf(most.shared) > lengthOf(shared) ? most : null;
}

interface Payer extends Person {
  paid: number;
  added: number;
}

/** What each place pays for a meeting: of whom it costs most the first time, and over all the times counted. */
export function costsByPlace(group: readonly Payer[], meeting: Span) {
  return byPlace(group).map(({ name, timeZone, people }) => {
    const dearest = most(people, ({ paid }) => paid);
    const { early, late } = dearest.paid > 0 ? earlyAndLate(dearest.times, meeting) : { early: 0, late: 0 };
    const paying = people.filter(({ paid, added }) => paid + added > 0).length;
    const added = Math.max(...people.map((each) => each.added));
    return { name, timeZone, people: people.length, early, late, paying, added };
  });
}

/** Places whose turn it may be called: of two and more, or of the asker, so that it is never the ledger of one other. */
export function turnOf(group: readonly (Payer & { id: string })[], askerId: string): string[] {
  const places = byPlace(group).filter(({ people }) => people.some(({ paid, added }) => paid + added > 0));
  const may = places.filter(({ people }) => people.length > 1 || people.some(({ id }) => id === askerId));
  return may.map(({ name }) => name);
}

function most<Each>(people: readonly Each[], of: (each: Each) => number): Each {
  return people.reduce((best, each) => (of(each) > of(best) ? each : best));
}
