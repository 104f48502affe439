-- What they said: a little better each year, with a score left out now and then.
insert into answer (invitation_id, contact_month, channel, location, product, wijk, cluster,
    language, overall, friendliness, clarity, timeliness, comment, answered_at)
select id, contact_month, channel, location, product, wijk, cluster, language, overall,
    case when r1 < 0.95 then least(10, overall + floor(2 * r2)) end,
    case when r2 < 0.95 then greatest(0, overall - floor(2 * r1)) end,
    case when r1 > 0.05 then greatest(0, least(10, overall + floor(3 * r2) - 1)) end,
    case when r2 < 0.2 then repeat('I was helped well. ', 1 + cast(9 * r1 as integer)) end,
    answered_at
from (
  select c.*, i.answered_at, random() as r1, random() as r2,
      case when random() < 0.16 - 0.00003 * (c.contact_month - date '2021-01-01')
          then floor(7 * random()) else 7 + floor(4 * random()) end as overall
  from contact c join invitation i on i.contact_id = c.id
  where c.external_id::bigint between :from and :to and i.answered_at is not null
  order by c.id
) drawn
