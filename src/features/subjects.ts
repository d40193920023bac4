/** What can be commented on, and who may: asked of the rooms that the subjects belong to. */
import type { Subjects } from "./conversation/public.ts";
import { okrSubjects } from "./okrs/public.ts";
import { planSubjects } from "./planning/public.ts";
import { policySubjects } from "./policies/public.ts";
import { decisionSubjects } from "./workplace/public.ts";

export const subjects: Subjects = { ...okrSubjects, ...planSubjects, ...policySubjects, ...decisionSubjects };
