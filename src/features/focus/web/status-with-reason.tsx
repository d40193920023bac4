import type { ComponentProps } from "react";
import { Heading, KeyResultStatus } from "../../okrs/web/public.tsx";

type KeyResult = ComponentProps<typeof KeyResultStatus>["of"] & ComponentProps<typeof Heading>;

/**
 * A status that says on hover and focus what it follows from, and where the key result is heading: apart, so that the
 * line stands before its reasons arrive.
 */
export default function StatusWithReason({ of }: { of: KeyResult }) {
  return (
    <>
      <KeyResultStatus of={of} />
      <Heading {...of} />
    </>
  );
}
