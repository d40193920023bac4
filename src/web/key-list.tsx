import { Button } from "./ui/button.tsx";
import { Dialog } from "./ui/dialog.tsx";
import { Kbd } from "./ui/kbd.tsx";
import { boundKeys } from "./ui/keys.ts";
import { messages } from "./ui/messages.ts";
import "./key-list.css";
import catalogue from "./key-list.messages.json";

const m = messages(catalogue);

/** What every key does on this page. */
export default function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={m.keys()} acts={<Button onClick={onClose}>{m.close()}</Button>}>
      <dl className="keys">
        {boundKeys().map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <Kbd keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
