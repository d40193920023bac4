/** How a team looked back on its cycle: written alone, then opened. */
import { cycleDays, type Quarter } from "./calendar.ts";
import type { Moment, Telling } from "./moments.ts";
import { leadOf } from "./people.ts";

interface LookedBack {
  team: string;
  named: boolean;
  notes: { by: string; helped: string; hindered: string; tries: string }[];
}

const told: LookedBack[] = [
  {
    team: "Product",
    named: true,
    notes: [
      {
        by: "Inês Carvalho",
        helped: "Two clinics let us sit beside them while they set up.",
        hindered: "We heard of the insurance step in week nine. It had been there since week one.",
        tries: "Watch a clinic in the first week of the cycle, not in the fifth.",
      },
      {
        by: "Sofia Almeida",
        helped: "The recorded tour. I stopped giving the same call twice a day.",
        hindered: "Numbers for calls came by hand, on Mondays, from three people.",
        tries: "One place for the call log, with its owner’s name on it.",
      },
      {
        by: "Rafael Pinto",
        helped: "Small steps: staff, hours, prices. Each was done before the next began.",
        hindered: "",
        tries: "Say in the key result who feels it when it is done.",
      },
    ],
  },
  {
    team: "Customer Success",
    named: false,
    notes: [
      {
        by: "Grace Mensah",
        helped: "Writing answers where everyone can find them.",
        hindered: "Lisbon answered what Toronto had answered the evening before.",
        tries: "Hand over in writing at the end of each day.",
      },
      {
        by: "Claire Dubois",
        helped: "We found out how long an answer takes before promising to halve it.",
        hindered: "Two of us measured it differently for a week.",
        tries: "Write down how a number is made before anybody reports it.",
      },
    ],
  },
];

export function lookingBack({ does, idOf }: Telling, { name, offset }: Quarter): Moment[] {
  const day = offset + cycleDays + 2;
  return told.flatMap(({ team, named, notes }) => {
    const lead = leadOf(team);
    const id = idOf("retrospective", `${team} ${name}`);
    const ids = { id, cycleId: idOf("cycle", name), teamId: idOf("team", team) };
    return [
      does(lead, day - 1, "10:00", ({ closing }) => closing.retrospectives.start({ ...ids, named })),
      ...notes.map(({ by, ...words }, at) =>
        does(by, day, `13:${10 + at}`, ({ closing }) => closing.retrospectives.write({ id, version: 0, ...words })),
      ),
      does(lead, day + 1, "09:30", ({ closing }) => closing.retrospectives.open({ id })),
    ];
  });
}
