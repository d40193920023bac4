import { Suspense } from "react";
import { later } from "../../../web/later.tsx";
import type { OpenPlanProps } from "./open-plan-form.tsx";

const Form = later(() => import("./open-plan-form.tsx"));

/** The question which plan to open, fetched when it is asked. */
export function OpenPlan(props: OpenPlanProps & { open: boolean }) {
  return props.open ? (
    <Suspense>
      <Form {...props} />
    </Suspense>
  ) : null;
}
