-- Open answers that came out, about the same as in a city: a sentence or two.
with drawn as (
  select gen_random_uuid() as id, date '2021-01-01' + (number % 48) * interval '1 month' as begun,
      (array['counter', 'phone', 'chat', 'video'])[1 + number % 4] as channel, number % 11 as overall,
      case number % 3 when 0 then 'nuisance' when 1 then '' else 'status_information' end as themes,
      'Vraag ' || number % 9973 || ': de balie hielp mij vlot, maar over het zwerfvuil bij de '
          || 'Straat' || number % 50021 || ' heb ik daarna nog niets gehoord.' as comment
  from generate_series(1, :number) number
), answered as (
  insert into answer (contact_month, channel, language, overall, comment, signal_id)
  select begun, channel, 'nl', overall, comment, id from drawn
)
insert into signal (id, received_month, contact_month, channel, language, overall, themes,
    released_at, changed_at)
select id, begun, begun, channel, 'nl', overall, themes, :now, :now from drawn
