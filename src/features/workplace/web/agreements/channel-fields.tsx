import { Button } from "../../../../web/ui/button.tsx";
import { Field, Input, Select } from "../../../../web/ui/field.tsx";
import { useFocusOnRows } from "../../../../web/ui/focus-on-rows.ts";
import { x } from "../../../../web/ui/further-icons.ts";
import { plus } from "../../../../web/ui/icons.ts";
import { type Agreed, m } from "./agreement-words.ts";

type Channel = Agreed["channels"][number];
type Unit = NonNullable<Channel["answerWithin"]>["unit"];

interface ChannelFieldsProps {
  value: Channel[];
  onChange: (value: Channel[]) => void;
  wrong: (field: string) => string | undefined;
}

/** Which channel for what, and how soon it is answered. */
export function ChannelFields({ value, onChange, wrong }: ChannelFieldsProps) {
  const around = useFocusOnRows<HTMLFieldSetElement>(value.length, ".agr-r");
  return (
    <fieldset className="agr-g" ref={around}>
      <legend>{m.channels()}</legend>
      <p className={wrong("channels") ? "agr-bad" : "meta"}>{wrong("channels") ?? m.inHours()}</p>
      {value.map((channel, at) => (
        <ChannelRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the name is being written
          key={at}
          value={channel}
          onChange={(changed) => onChange(value.map((each, nth) => (nth === at ? changed : each)))}
          onRemove={() => onChange(value.filter((_, nth) => nth !== at))}
          wrong={(field) => wrong(`channels.${at}.${field}`)}
        />
      ))}
      <Button size="sm" icon={plus} onClick={() => onChange([...value, { name: "", use: "", answerWithin: null }])}>
        {m.addChannel()}
      </Button>
    </fieldset>
  );
}

interface ChannelRowProps {
  value: Channel;
  onChange: (value: Channel) => void;
  onRemove: () => void;
  wrong: (field: string) => string | undefined;
}

function ChannelRow({ value, onChange, onRemove, wrong }: ChannelRowProps) {
  const { name, use, answerWithin } = value;
  const change = (part: Partial<Channel>) => onChange({ ...value, ...part });
  return (
    <div className="agr-r agr-c">
      <Field label={m.channel()} error={wrong("name")}>
        <Input value={name} onChange={({ target }) => change({ name: target.value })} />
      </Field>
      <Field label={m.use()} error={wrong("use")}>
        <Input value={use} onChange={({ target }) => change({ use: target.value })} />
      </Field>
      <Field label={m.answer()} error={wrong("answerWithin.amount")}>
        <Select
          value={answerWithin?.unit ?? ""}
          onChange={({ target }) =>
            change({
              answerWithin: target.value ? { amount: answerWithin?.amount ?? 1, unit: target.value as Unit } : null,
            })
          }
        >
          <option value="">{m.noTime()}</option>
          <option value="minutes">{m.unitMinutes()}</option>
          <option value="hours">{m.unitHours()}</option>
          <option value="days">{m.unitDays()}</option>
        </Select>
      </Field>
      {answerWithin && (
        <Field label={m.amount()}>
          <Input
            type="number"
            min={1}
            max={99}
            value={answerWithin.amount}
            onChange={({ target }) => change({ answerWithin: { ...answerWithin, amount: Number(target.value) } })}
          />
        </Field>
      )}
      <Button kind="quiet" size="sm" icon={x} iconOnly onClick={onRemove}>
        {m.removeChannel({ name })}
      </Button>
    </div>
  );
}
