/**
 * The product in a process of its own, as src/main.ts runs it, which also answers the bench: where its database is, how
 * many statements it has sent, and a session for a member.
 */
import { pino } from "pino";
import { systemClock } from "../src/platform/clock.ts";
import { openDatabase } from "../src/platform/database/connect.ts";
import { tidyWhenQuiet } from "../src/platform/quiet.ts";
import { startProgram } from "../src/program.ts";
import { loadSettings } from "../src/settings.ts";

const settings = loadSettings();
const log = pino({ level: settings.logLevel });
const place = await openDatabase(settings, log);
const program = await startProgram({
  place,
  clock: systemClock,
  log,
  mailer: { send: async () => {}, close: () => {} },
  publicAddress: "http://127.0.0.1",
  sessionSecret: settings.secrets.session,
  setupSecret: settings.secrets.setup,
  webFolder: null,
  trustProxy: false,
  requestsPerMinute: settings.requestsPerMinute,
});
tidyWhenQuiet(program.app.server);
await program.app.listen({ host: "127.0.0.1", port: 0 });
const address = program.app.server.address();

export type Question = { id: number } & (
  | { ask: "statements" }
  | { ask: "memory" }
  | { ask: "session"; organisationId: string; memberId: string }
);

process.on("message", async (question: Question) =>
  process.send?.({ id: question.id, answer: await answerTo(question) }),
);
process.on(
  "disconnect",
  () =>
    void program
      .stop()
      .then(place.stop)
      .then(() => process.exit(0)),
);
process.send?.({ port: typeof address === "object" ? address?.port : 0, direct: place.direct });

async function answerTo(question: Question): Promise<unknown> {
  switch (question.ask) {
    case "statements":
      return program.database.statements();
    case "memory":
      return process.memoryUsage.rss();
    case "session": {
      const { organisationId, memberId } = question;
      const person = { email: `${memberId}@bench.example`, name: "A member", password: "measured twice, cut once" };
      const identityId = await program.identity.createAccount(person);
      await program.database.write(organisationId, { memberId, via: "system" }, (tx) =>
        program.identity.joinOrganisation(tx, identityId, memberId),
      );
      const { setCookie } = await program.identity.signIn({ ...person, ip: "127.0.0.1", userAgent: "bench" });
      return setCookie.split(";", 1)[0];
    }
  }
}
