/** Policies: where and how people work, written as hypotheses, sealed, decided on, and known for every past day. */
import { coverage, exceptions } from "./contract/coverage.ts";
import { evidence } from "./contract/evidence.ts";
import { fit } from "./contract/fit.ts";
import { amendments, hypothesis } from "./contract/hypothesis.ts";
import { readiness } from "./contract/readiness.ts";
import { rights } from "./contract/rights.ts";

export const policies = {
  policies: hypothesis,
  policyAmendments: amendments,
  policyExceptions: exceptions,
  policyCoverage: coverage,
  policyFit: fit,
  policyRights: rights,
  policyEvidence: evidence,
  teamReadiness: readiness,
};
