import { timingSafeEqual } from "node:crypto";
import { bodyHash } from "../../platform/edits.ts";
import type { RequestContext } from "../../platform/http/context.ts";
import { keeps } from "../../platform/http/keeps.ts";
import { newId } from "../../platform/ids.ts";
import { notFound, refused } from "../../platform/refusals.ts";
import { createOrganisation } from "../people/public.ts";
import { addImperative, imperativeWritten, statementWritten, writeStatement } from "../strategy/public.ts";
import { welcome as contract } from "./contract.ts";
import { realOrganisations } from "./queries.ts";

const os = keeps(contract);

export const welcome = os.router({
  firstRun: {
    status: os.firstRun.status.handler(async ({ context }) => ({
      needed: (await realOrganisations(context.database)) === 0,
      demo: context.http.loopback,
      publicAddress: context.services.setup.publicAddress,
    })),
    begin: os.firstRun.begin.handler(async ({ input, context }) => {
      if ((await realOrganisations(context.database)) > 0) throw notFound();
      if (!sameSecret(input.secret, context.services.setup.secret)) {
        throw refused({
          field: "secret",
          expected: "the setup secret that the server printed when it started",
          todo: "Open the whole link from its output.",
        });
      }
      const { organisation, owner } = input;
      const identityId = await context.services.identity.createAccount(owner);
      const memberId = newId();
      await context.writeAs(organisation.id, { memberId, via: "web" }, async (tx) => {
        const { id: _, ...founding } = organisation;
        await createOrganisation(
          tx,
          { ...founding, demo: false },
          { id: memberId, name: owner.name, email: owner.email, timeZone: organisation.timeZone, identityId },
        );
        await context.services.identity.joinOrganisation(tx, identityId, memberId);
        await writeFirstWords(tx, input);
      });
      await signInOwner(context, owner);
      return { organisationId: organisation.id, memberId };
    }),
  },
});

type Tx = Parameters<typeof writeStatement>[0];

/** Only the words that were written; the rest stays open on the line. */
async function writeFirstWords(
  tx: Tx,
  { vision, mission, imperative }: { vision: string; mission: string; imperative: string },
) {
  for (const [kind, text] of [
    ["vision", vision],
    ["mission", mission],
  ] as const) {
    if (text === "") continue;
    await writeStatement(tx, kind, text, 0);
    await tx.record(statementWritten(tx.organisationId, kind, null, text));
  }
  if (imperative === "") return;
  const body = { statement: imperative, why: "", priorityShare: null, horizon: "" };
  const id = newId();
  await addImperative(tx, { id, ...body, bodyHash: bodyHash(body) });
  await tx.record(imperativeWritten(id, body));
}

async function signInOwner(context: RequestContext, { email, password }: { email: string; password: string }) {
  const { setCookie } = await context.services.identity.signIn({ email, password, ...context.http });
  context.http.setCookie(setCookie);
}

function sameSecret(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}
