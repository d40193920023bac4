-- Work asked for by a transaction and done after it. The queue's own tables are not the program role's to touch.

create function shared.enqueue(task text, payload json, key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => key, max_attempts => 12);
end $$;
revoke all on function shared.enqueue(text, json, text) from public;
grant execute on function shared.enqueue(text, json, text) to :app_role;
