import { useAsk } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { Button } from "../../../../web/ui/button.tsx";
import { Agreed } from "./agreed.tsx";
import { m, type Agreed as Words } from "./agreement-words.ts";

interface AgreementTemplatesProps {
  /** null: nothing is written yet. */
  onTake: (agreed: Words | null) => void;
  onClose: () => void;
}

/** Where to begin: a built-in agreement, or an empty one. */
export function AgreementTemplates({ onTake, onClose }: AgreementTemplatesProps) {
  const asked = useAsk("workplace.agreements.templates");
  return (
    <Asked of={asked} what={m.beginWith()}>
      {({ items }) => (
        <>
          <ul className="agr-t">
            {items.map(({ key, title, why, agreed }) => (
              <li key={key}>
                <div>
                  <h3>{title}</h3>
                  <p className="small">{why}</p>
                  <Agreed agreed={agreed} />
                </div>
                <Button size="sm" aria-label={m.takeOf({ title })} onClick={() => onTake(agreed)}>
                  {m.take()}
                </Button>
              </li>
            ))}
          </ul>
          <p className="row form-acts">
            <Button onClick={() => onTake(null)}>{m.empty()}</Button>
            <Button onClick={onClose}>{m.cancel()}</Button>
          </p>
        </>
      )}
    </Asked>
  );
}
