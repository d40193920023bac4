/** The forms of OKRs, fetched when one is first opened: pages that only show load none of them. */
import { type ComponentType, lazy, Suspense } from "react";
import type { KeyResultFormProps } from "./key-result-form.tsx";
import type { ObjectiveFormProps } from "./objective-form.tsx";

export const ObjectiveForm = whenOpen<ObjectiveFormProps>(() =>
  import("./objective-form.tsx").then(({ ObjectiveForm }) => ({ default: ObjectiveForm })),
);
export const KeyResultForm = whenOpen<KeyResultFormProps>(() =>
  import("./key-result-form.tsx").then(({ KeyResultForm }) => ({ default: KeyResultForm })),
);

function whenOpen<Props extends { open: boolean }>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const Form = lazy(load) as unknown as ComponentType<Props>;
  return (props: Props) =>
    props.open ? (
      <Suspense fallback={null}>
        <Form {...props} />
      </Suspense>
    ) : null;
}
