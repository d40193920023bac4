/** The forms of OKRs, fetched when one is first opened: pages that only show load none of them. */

import { type ComponentType, Suspense } from "react";
import { later } from "../../../web/later.tsx";
import type { ChangeLinkFormProps } from "./change-link.tsx";
import type { ChangeTargetFormProps } from "./change-target.tsx";
import type { KeyResultFormProps } from "./key-result-form.tsx";
import type { LinkPickerProps } from "./link-picker.tsx";
import type { ObjectiveFormProps } from "./objective-form.tsx";
import type { OverruleFormProps } from "./overrule-form.tsx";

export const ObjectiveForm = whenOpen<ObjectiveFormProps>(() =>
  import("./objective-form.tsx").then(({ ObjectiveForm }) => ({ default: ObjectiveForm })),
);
export const KeyResultForm = whenOpen<KeyResultFormProps>(() =>
  import("./key-result-form.tsx").then(({ KeyResultForm }) => ({ default: KeyResultForm })),
);
export const ChangeTargetForm = whenOpen<ChangeTargetFormProps>(() =>
  import("./change-target.tsx").then(({ ChangeTargetForm }) => ({ default: ChangeTargetForm })),
);
export const ChangeLinkForm = whenOpen<ChangeLinkFormProps>(() =>
  import("./change-link.tsx").then(({ ChangeLinkForm }) => ({ default: ChangeLinkForm })),
);
export const OverruleForm = whenOpen<OverruleFormProps>(() =>
  import("./overrule-form.tsx").then(({ OverruleForm }) => ({ default: OverruleForm })),
);
export const LinkPicker = whenOpen<LinkPickerProps>(() =>
  import("./link-picker.tsx").then(({ LinkPicker }) => ({ default: LinkPicker })),
);

function whenOpen<Props extends { open: boolean }>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const Form = later(load) as unknown as ComponentType<Props>;
  return (props: Props) =>
    props.open ? (
      <Suspense fallback={null}>
        <Form {...props} />
      </Suspense>
    ) : null;
}
