/** The first minutes: an organisation, its owner, and the first words of its line. */
import { z } from "zod";
import { anyone, Id, Name, operation, TimeZone, text } from "../../platform/contract.ts";

const tag = "Welcome";
const optionalWords = text(0, 300).default("");

const DemoStatus = z.object({
  state: z.enum(["none", "making", "ready", "failed"]),
  /** How much is made, 0 to 1. */
  share: z.number(),
});
export type DemoStatus = z.infer<typeof DemoStatus>;

export const welcome = {
  firstRun: {
    status: operation({
      method: "GET",
      path: "/first-run",
      summary: "See whether this server still waits for its organisation",
      tag,
      may: anyone,
    }).output(
      z.object({
        needed: z.boolean(),
        /** Offered on this machine's own address only. */
        demo: z.boolean(),
        publicAddress: z.string(),
      }),
    ),
    begin: operation({
      method: "POST",
      path: "/first-run",
      summary: "Make the organisation and its owner with the one-time setup secret",
      description: "Works once, with the secret that the server printed when it started. Signs the owner in.",
      tag,
      may: anyone,
      attempts: 20,
    })
      .input(
        z.object({
          secret: z.string().min(1).max(200),
          organisation: z.object({
            id: Id,
            name: Name,
            timeZone: TimeZone,
            weekStartsOn: z.number().int().min(1).max(7).default(1),
            fiscalYearStartMonth: z.number().int().min(1).max(12).default(1),
          }),
          vision: optionalWords,
          mission: optionalWords,
          imperative: optionalWords,
          owner: z.object({
            name: Name,
            email: z.email({ error: "an e-mail address, such as hanna@osier.example" }).max(254),
            password: z.string().min(1).max(1000),
          }),
        }),
      )
      .output(z.object({ organisationId: Id, memberId: Id })),
  },
  demo: {
    status: operation({
      method: "GET",
      path: "/demo",
      summary: "See how far the making of the demo organisation is",
      tag,
      may: anyone,
    }).output(DemoStatus),
    begin: operation({
      method: "POST",
      path: "/demo",
      summary: "Look around in the demo organisation",
      description:
        "On the server's own machine only. Begins to make it where it is not there yet; once it is ready, signs the visitor in as Inês Carvalho.",
      tag,
      may: anyone,
      attempts: 30,
    }).output(DemoStatus),
  },
};
