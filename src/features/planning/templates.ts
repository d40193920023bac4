/** Objectives to begin from. Each says who is better off; its key results name what to measure and leave the figures open. */
import type { DraftMeasure } from "./draft-measure.ts";

export interface TemplateKeyResult {
  title: string;
  measure: DraftMeasure;
  unit: string;
  decimals: number;
  weight: string;
  source: string;
}

export type Area =
  | "product"
  | "engineering"
  | "sales"
  | "marketing"
  | "customer-success"
  | "people"
  | "finance"
  | "operations";

export interface Template {
  id: string;
  area: Area;
  title: string;
  why: string;
  commitment: "committed" | "aspirational" | "learning";
  keyResults: TemplateKeyResult[];
}

/** What counts is named, from where to where is the team's to say. */
const moves = (title: string, unit = "%", decimals = 0): TemplateKeyResult => {
  return { title, measure: { kind: "metric", start: null, target: null }, unit, decimals, weight: "1", source: "" };
};

const written: [Area, string, string, TemplateKeyResult[]][] = [
  [
    "product",
    "New customers reach their first success on their own",
    "Who succeeds in the first days stays; who needs us for it waits.",
    [
      moves("New customers who finish setup without asking us"),
      moves("Time from sign-up to first success", "hours", 1),
      moves("New customers still active in week 4"),
    ],
  ],
  [
    "product",
    "People get through their weekly work with less effort",
    "What is done every week is where a minute saved counts most.",
    [
      moves("Median time for the weekly task", "minutes", 1),
      moves("Weekly tasks that are finished in one go"),
      moves("Customers who say that it felt easy"),
    ],
  ],
  [
    "product",
    "We know which problem is worth solving next",
    "A quarter spent on the right question is cheaper than a year on the wrong answer.",
    [
      moves("Customers interviewed who name the problem unprompted"),
      moves("Trial users who would be very disappointed without it"),
    ],
  ],
  [
    "engineering",
    "Customers can rely on us at any hour",
    "An outage costs our customers their day and us their trust.",
    [
      moves("Availability as customers meet it", "%", 2),
      moves("Median time until customers can work again after a failure", "minutes"),
      moves("Failures that customers report before we notice them"),
    ],
  ],
  [
    "engineering",
    "An idea reaches customers while it still matters",
    "Short ways let us learn from customers instead of guessing for them.",
    [
      moves("Median time from first change to customers using it", "days", 1),
      moves("Changes that have to be taken back or repaired"),
      moves("Engineers who say that nothing holds them up"),
    ],
  ],
  [
    "sales",
    "Buyers find out quickly whether we are right for them",
    "A fast no spares both sides; a fast yes starts the value earlier.",
    [
      moves("Median time from first talk to decision", "days"),
      moves("Qualified opportunities that are won"),
      moves("New customers who name the value they bought for after 90 days"),
    ],
  ],
  [
    "sales",
    "Customers grow with us because it pays for them",
    "Growth that rests on the customer's gain stays.",
    [
      moves("Net revenue retention"),
      moves("Customers who use a second product within a year"),
      moves("Renewals agreed before they are due"),
    ],
  ],
  [
    "marketing",
    "The people we can help know that we exist",
    "Nobody chooses what they never heard of.",
    [
      moves("Buyers in our field who name us unprompted"),
      moves("Visitors who come back within a month"),
      moves("Qualified requests a month", "requests"),
    ],
  ],
  [
    "marketing",
    "Who reads us understands what changes for them",
    "A clear promise attracts those we can keep it for.",
    [
      moves("Readers who can say in a sentence what we do"),
      moves("Visitors who begin a trial", "%", 1),
      moves("Trials by customers we are made for"),
    ],
  ],
  [
    "customer-success",
    "Customers reach the result they came for",
    "Customers renew results, not products.",
    [
      moves("Customers who reached their own goal within 90 days"),
      moves("Customers who leave a year", "%", 1),
      moves("Customers who would recommend us", "points"),
    ],
  ],
  [
    "customer-success",
    "A question is answered for good the first time",
    "Every repeated question is a customer who stands still.",
    [
      moves("Questions solved with the first answer"),
      moves("Median time until the customer can go on", "hours", 1),
      moves("Questions per 100 customers a month", "questions"),
    ],
  ],
  [
    "people",
    "New colleagues feel at home and effective early, wherever they work",
    "The first weeks decide who stays and how soon they can give.",
    [
      moves("New colleagues who say after 90 days that they know what is expected"),
      moves("Time until a new colleague's first own contribution", "days"),
      moves("New colleagues who are still with us after a year"),
    ],
  ],
  [
    "people",
    "People can do their best work without burning out",
    "Tired teams lose people first and quality next.",
    [
      moves("Colleagues who say that their load can be kept up"),
      moves("Colleagues who leave by their own wish a year", "%", 1),
      moves("Meetings outside somebody's working hours a week", "meetings"),
    ],
  ],
  [
    "finance",
    "Leads decide on figures they trust, in time",
    "A late or doubted figure decides nothing.",
    [
      moves("Days after month end until leads have their figures", "days"),
      moves("Figures corrected after they were published", "corrections"),
      moves("Leads who say the figures helped them decide"),
    ],
  ],
  [
    "operations",
    "Customers get what was promised, when it was promised",
    "A kept promise needs no apology and no call.",
    [
      moves("Orders delivered complete and on time", "%", 1),
      moves("Median time from order to delivery", "days", 1),
      moves("Orders that come back because of us", "%", 1),
    ],
  ],
  [
    "operations",
    "Work flows between teams without waiting",
    "Most of the time that something takes, nobody works on it.",
    [
      moves("Share of lead time that is waiting"),
      moves("Requests between teams answered within a day"),
      moves("Colleagues who say other teams help them in time"),
    ],
  ],
];

/** Their ids stand for ever: what was drafted from them is a copy, but a form may still name one. */
export const builtIn: readonly Template[] = written.map(([area, title, why, keyResults], at) => ({
  id: `7a1e0000-0000-4000-8000-${String(at + 1).padStart(12, "0")}`,
  area,
  title,
  why,
  commitment: title.startsWith("We know") ? "learning" : "committed",
  keyResults,
}));

/** Whether a template holds every word, in its title, reason or key results. */
export function holdsWords(template: Pick<Template, "title" | "why" | "keyResults">, q: string): boolean {
  const text = [template.title, template.why, ...template.keyResults.map(({ title }) => title)].join(" ").toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
