import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { ByWeekday } from "../own-hours.ts";
import type { Planned } from "../presence.ts";
import { type Asked, isAsked } from "./plans.ts";

/** Somebody's hours, and what they planned where presence is on. */
export interface HoursRow extends Planned {
  id: string;
  place: string;
  timeZone: string;
  workingHours: ByWeekday;
  focusTimes: ByWeekday;
  siteId: string | null;
  presence: boolean;
  /** Whether they are of the group that is asked for, and not only named beside it. */
  inGroup: boolean;
  teamIds: string[];
}

/** By id, at most `limit`: of whoever is asked for, and of those named beside. Time off is read where presence is on. */
export async function hoursOf(
  tx: Tx,
  asked: Asked | null,
  memberIds: readonly string[],
  { first, last, limit }: { first: string; last: string; limit: number },
): Promise<HoursRow[]> {
  const { organisationId } = tx;
  const which = asked ? isAsked(tx, asked) : sql`false`;
  const { rows } = await sql<HoursRow>`
    select p.*,
      case when p.presence then coalesce((select json_object_agg(d.day, json_build_object('at', d.place, 'siteId', d.site_id))
        from presence_day d
        where d.organisation_id = ${organisationId} and d.member_id = p.id and d.day between ${first} and ${last}
      ), '{}') else '{}' end as days,
      case when p.presence then coalesce((select json_agg(json_build_object('startsOn', o.starts_on, 'endsOn', o.ends_on))
        from time_off o
        where o.organisation_id = ${organisationId} and o.member_id = p.id and o.starts_on <= ${last} and o.ends_on >= ${first}
      ), '[]') else '[]' end as "timeOff",
      coalesce((select json_agg(tm.team_id) from team_member tm
        where tm.organisation_id = ${organisationId} and tm.member_id = p.id), '[]') as "teamIds",
      '[]'::json as usual
    from (
      select m.id, m.place, m.time_zone as "timeZone", m.working_hours as "workingHours", s.id as "siteId",
        coalesce(w.focus_times, '{}') as "focusTimes", coalesce(s.presence, false) as presence,
        ${which} as "inGroup"
      from member m
      left join workplace_member w on w.organisation_id = m.organisation_id and w.member_id = m.id
      left join site s on s.organisation_id = w.organisation_id and s.id = w.site_id and s.archived_at is null
      where m.organisation_id = ${organisationId} and m.deactivated_at is null and m.role <> 'guest'
        and (${which} or m.id = any(${[...memberIds]}::uuid[]))
      order by m.id limit ${limit}
    ) p
    order by p.id`.execute(tx.db);
  return rows;
}
