-- The key of a wave is made by two people, each at their own screen (decision 256): what the second builds on, who they
-- are, and whether each typed their half back. A wave that was begun before has none of this.

alter table survey_wave
  add column first_key bytea check (octet_length(first_key) = 44),
  add column first_keeper uuid,
  add column second_keeper uuid,
  add column first_checked boolean not null default false,
  add column second_checked boolean not null default false,
  add constraint survey_wave_first_keeper
    foreign key (organisation_id, first_keeper) references membership (organisation_id, person_id),
  add constraint survey_wave_second_keeper
    foreign key (organisation_id, second_keeper) references membership (organisation_id, person_id),
  add constraint survey_wave_keepers check (
    (first_keeper is null) = (first_key is null)
    and (second_keeper is null or second_keeper is distinct from first_keeper)
    and (second_keeper is null or first_keeper is not null)
  );
