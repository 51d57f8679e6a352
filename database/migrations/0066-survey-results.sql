-- Open answers that somebody sorted by the codes of the knowledge, and results that everybody may read.

create table survey_coding (
  organisation_id uuid not null,
  wave_id uuid not null,
  answer_id uuid not null,
  question text not null check (question ~ '^[a-z0-9-]{1,80}$'),
  codes text[] not null check (cardinality(codes) <= 20),
  coded_by uuid not null,
  coded_on date not null,
  primary key (organisation_id, wave_id, answer_id, question),
  foreign key (organisation_id, wave_id, answer_id) references survey_answer (organisation_id, wave_id, id),
  foreign key (organisation_id, coded_by) references membership (organisation_id, person_id)
);
alter table survey_coding enable row level security;
alter table survey_coding force row level security;
create policy own_organisation on survey_coding for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on survey_coding to oogmerk_app;

alter table survey_wave
  add column published_on date,
  -- as they were told: whole percentages, small groups kept back
  add column published jsonb,
  add constraint survey_wave_published check ((published_on is null) = (published is null)),
  add constraint survey_wave_counted check (published_on is null or state = 'counted');

-- Published results are read by everybody, and nothing else of a wave.
create policy published on survey_wave for select to oogmerk_survey using (published_on is not null);
grant select (organisation_id, id, title, published_on, published) on survey_wave to oogmerk_survey;
grant select on organisation to oogmerk_survey;
grant create on schema public to oogmerk_survey;

create function list_published_surveys(most int)
returns table (id uuid, organisation_name text, title text, published_on date)
  language sql stable security definer set search_path = public
begin atomic
  select w.id, o.name, w.title, w.published_on
  from survey_wave w join organisation o on o.id = w.organisation_id
  where w.published_on is not null
  order by w.published_on desc, w.id
  limit most;
end;
alter function list_published_surveys owner to oogmerk_survey;
revoke all on function list_published_surveys from public;
grant execute on function list_published_surveys to oogmerk_app;

create function find_published_survey(which uuid)
returns table (id uuid, organisation_name text, title text, published_on date, published jsonb)
  language sql stable security definer set search_path = public
begin atomic
  select w.id, o.name, w.title, w.published_on, w.published
  from survey_wave w join organisation o on o.id = w.organisation_id
  where w.published_on is not null and w.id = which;
end;
alter function find_published_survey owner to oogmerk_survey;
revoke all on function find_published_survey from public;
grant execute on function find_published_survey to oogmerk_app;

revoke create on schema public from oogmerk_survey;
