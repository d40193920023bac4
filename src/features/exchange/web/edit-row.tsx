import { useState } from "react";
import { Button } from "../../../web/ui/button.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./import.messages.json";

const m = messages(catalogue);

/** The line as it stands in the file, to be written differently and read again; the file itself stays as it is. */
export function EditRow({
  line,
  raw,
  onEdit,
  onCancel,
}: {
  line: number;
  raw: string;
  onEdit: (written: string) => void;
  onCancel: () => void;
}) {
  const [written, write] = useState(raw);
  return (
    <tr>
      <td colSpan={4}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onEdit(written);
            onCancel();
          }}
        >
          <Field label={m.editLine({ line })}>
            <TextArea
              autoFocus
              value={written}
              maxLength={4000}
              onChange={({ target }) => write(target.value.replace(/\n/g, " "))}
            />
          </Field>
          <div className="row">
            <Button onClick={onCancel}>{m.cancel()}</Button>
            <Button type="submit" kind="primary" disabled={written === raw}>
              {m.readAgain()}
            </Button>
          </div>
        </form>
      </td>
    </tr>
  );
}
