/** What is said about the objectives of the current cycle, and who is spoken to by name. */
import type { Moment, Telling } from "./moments.ts";

const setup = "A clinic is up and running without talking to us";

export function talk({ does, idOf }: Telling): Moment[] {
  const about = (kind: "objective" | "key-result", title: string) => ({
    subjectKind: kind,
    subjectId: idOf(kind, title),
  });
  const at = (name: string) => `<@${idOf("member", name)}>`;
  const [unaided, timely] = [idOf("comment", "unaided"), idOf("comment", "timely")];
  return [
    does("Claire Dubois", 30, "10:20", ({ conversation }) =>
      conversation.comments.create({
        ...{ id: timely, ...about("key-result", "Time to import a patient list") },
        text: "Does it count from the upload, or from when a clinic finds the button?",
      }),
    ),
    does("Priya Raghavan", 31, "11:40", ({ conversation }) =>
      conversation.comments.create({
        ...{ id: idOf("comment", "upload"), ...about("key-result", "Time to import a patient list"), replyTo: timely },
        text: "From the upload. Finding the button is in the setup that nobody helps with.",
      }),
    ),
    does("Claire Dubois", 31, "09:15", ({ conversation }) =>
      conversation.comments.resolve({ id: timely, resolved: true }),
    ),
    does("Jonas Weber", 38, "14:30", ({ conversation }) =>
      conversation.comments.create({
        ...{ id: unaided, ...about("objective", setup) },
        text: `${at("Inês Carvalho")}, five clinics of last week stopped at the opening hours. Shall the checklist begin there?`,
      }),
    ),
  ];
}
