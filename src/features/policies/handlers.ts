import { keeps } from "../../platform/http/keeps.ts";
import { policies as contract } from "./contract.ts";
import { amendments } from "./handlers/amending.ts";
import { coverage } from "./handlers/coverage.ts";
import { evidence } from "./handlers/evidence.ts";
import { exceptions } from "./handlers/exceptions.ts";
import { fit } from "./handlers/fit.ts";
import { hypothesis } from "./handlers/hypothesis.ts";
import { readiness } from "./handlers/readiness.ts";
import { rights } from "./handlers/rights.ts";
import { sealing } from "./handlers/sealing.ts";

export const policies = keeps(contract).router({
  policies: { ...hypothesis, ...sealing },
  policyAmendments: amendments,
  policyExceptions: exceptions,
  policyCoverage: coverage,
  policyFit: fit,
  policyRights: rights,
  policyEvidence: evidence,
  teamReadiness: readiness,
});
