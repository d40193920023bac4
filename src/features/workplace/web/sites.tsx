import { type FormEvent, useState } from "react";
import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Confirm } from "../../../web/ui/confirm.tsx";
import { Empty } from "../../../web/ui/empty.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { plus } from "../../../web/ui/icons.ts";
import { messages } from "../../../web/ui/messages.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { Table } from "../../../web/ui/table.tsx";
import { SiteForm } from "./site-form.tsx";
import { SiteHolidays } from "./site-holidays.tsx";
import catalogue from "./sites.messages.json";
import { wholeNumber } from "./whole-number.ts";
import "./sites.css";

const m = messages(catalogue);

export type Site = OutputOf<"workplace.sites.list">["items"][number];
type Doing = { what: "form" | "holidays" | "switch" | "archive"; site?: Site } | null;

/** Every site, and what an administrator does with it. */
export function Sites() {
  const sites = useAsk("workplace.sites.list", undefined, { live: ["organisation"] });
  const [doing, act] = useState<Doing>(null);
  const mayManage = sites.data?.can.manage ?? false;
  return (
    <>
      <PageHead
        title={m.sites()}
        sub={m.sub()}
        acts={
          mayManage && (
            <Button kind="primary" icon={plus} onClick={() => act({ what: "form" })}>
              {m.add()}
            </Button>
          )
        }
      />
      <Asked of={sites} what={m.sites()}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={m.none()}>{mayManage ? m.noneAdmin() : m.noneMember()}</Empty>
          ) : (
            <Table kind="sites" heads={[m.site(), m.zone(), m.members(), m.presence()]} acts={m.acts()}>
              {items.map((site) => (
                <Row key={site.id} site={site} mayManage={mayManage} act={act} />
              ))}
            </Table>
          )
        }
      </Asked>
      {mayManage && <Keep />}
      <SiteForm open={doing?.what === "form"} site={doing?.site} onClose={() => act(null)} />
      <SiteHolidays
        open={doing?.what === "holidays"}
        site={doing?.site}
        mayManage={mayManage}
        onClose={() => act(null)}
      />
      <Ask doing={doing} onClose={() => act(null)} />
    </>
  );
}

interface RowProps {
  site: Site;
  mayManage: boolean;
  act: (doing: Doing) => void;
}

function Row({ site, mayManage, act }: RowProps) {
  const { name, place, timeZone, members, presence } = site;
  return (
    <tr>
      <th scope="row">
        <b dir="auto">{name}</b>
        {place && place !== name && (
          <small className="meta" dir="auto">
            {place}
          </small>
        )}
      </th>
      <td>{timeZone}</td>
      <td className="num">{members}</td>
      <td>{presence ? m.on() : m.off()}</td>
      <td>
        <span className="row">
          {mayManage && (
            <Button
              size="sm"
              aria-label={presence ? m.switchOffAt({ name }) : m.switchOnAt({ name })}
              onClick={() => act({ what: "switch", site })}
            >
              {presence ? m.switchOff() : m.switchOn()}
            </Button>
          )}
          <Button size="sm" aria-label={m.holidaysOf({ name })} onClick={() => act({ what: "holidays", site })}>
            {m.holidays()}
          </Button>
          {mayManage && (
            <>
              <Button size="sm" aria-label={m.editSite({ name })} onClick={() => act({ what: "form", site })}>
                {m.edit()}
              </Button>
              <Button size="sm" aria-label={m.archiveSite({ name })} onClick={() => act({ what: "archive", site })}>
                {m.archive()}
              </Button>
            </>
          )}
        </span>
      </td>
    </tr>
  );
}

/** What others would see or lose is asked about first. */
function Ask({ doing, onClose }: { doing: Doing; onClose: () => void }) {
  const site = doing?.site;
  const name = site?.name ?? "";
  const switching = useTell("workplace.sites.setPresence", {
    invalidates: ["workplace"],
    onDone: ({ presence }) => {
      onClose();
      say(presence ? m.switchedOn({ name }) : m.switchedOff({ name }));
    },
  });
  const archiving = useTell("workplace.sites.archive", {
    invalidates: ["workplace"],
    onDone: () => {
      onClose();
      say(m.archived({ name }));
    },
  });
  const turnsOn = site?.presence === false;
  return (
    <>
      <Confirm
        open={doing?.what === "switch"}
        onClose={onClose}
        title={turnsOn ? m.switchOnTitle({ name }) : m.switchOffTitle({ name })}
        verb={turnsOn ? m.switchOn() : m.switchOff()}
        busy={switching.isPending}
        onConfirm={() => site && switching.mutate({ id: site.id, version: site.version, on: !site.presence })}
      >
        <p>{turnsOn ? m.switchOnWords() : m.switchOffWords()}</p>
        <FormProblem of={switching.error} fields={[]} />
      </Confirm>
      <Confirm
        open={doing?.what === "archive"}
        onClose={onClose}
        title={m.archiveTitle({ name })}
        verb={m.archive()}
        busy={archiving.isPending}
        onConfirm={() => site && archiving.mutate({ id: site.id })}
      >
        <p>{m.archiveWords()}</p>
        <FormProblem of={archiving.error} fields={[]} />
      </Confirm>
    </>
  );
}

/** After how many months a planned day is deleted. */
function Keep() {
  const settings = useAsk("workplace.settings.get", undefined, { live: ["organisation"] });
  const [typed, type] = useState<string | null>(null);
  const save = useTell("workplace.settings.change", {
    invalidates: ["workplace.settings"],
    onDone: ({ keepMonths }) => {
      type(null);
      say(m.keepSaved({ count: keepMonths }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (settings.data)
      save.mutate({
        version: settings.data.version,
        keepMonths: typed === null ? settings.data.keepMonths : wholeNumber(typed),
      });
  };
  return (
    <section aria-labelledby="keep" className="keep">
      <SectionHead id="keep" title={m.keep()} />
      <form className="narrow" onSubmit={submit} noValidate>
        <Field label={m.keepMonths()} hint={m.keepHint()} error={save.error?.at("keepMonths")}>
          <Input
            inputMode="numeric"
            value={typed ?? settings.data?.keepMonths ?? ""}
            onChange={({ target }) => type(target.value)}
          />
        </Field>
        <FormProblem of={save.error} fields={["keepMonths"]} />
        <p className="row form-acts">
          <Button type="submit" disabled={typed === null} busy={save.isPending}>
            {m.keepSave()}
          </Button>
        </p>
      </form>
    </section>
  );
}
