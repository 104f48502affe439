-- One promise to call back for fifty answers; nine of ten kept, mostly on the next day.
insert into callback_note (id, source, created_at, place, created_month, handled_at)
select id, source, started_at, 1, contact_month,
    case when i % 10 < 9 then started_at + interval '30 hours' * (i % 89) / 89 end
from (select *, external_id::bigint as i from contact) numbered
where i between :from and :to and i % 75 = 0
