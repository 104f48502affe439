-- Twelve of fifteen contacts were asked about. Of these ten answered, one did not, one bounced.
insert into invitation (id, contact_id, contact_month, channel, medium, state, token_hash,
    email_hash, attempts, failure, invited_at, expires_at, answered_at)
select id, id, contact_month, channel, 'email', case when i % 15 = 11 then 'failed' else 'sent' end,
    sha256(convert_to(lpad(external_id, 22, '0'), 'UTF8')),
    sha256(convert_to('resident' || i % 1000000, 'UTF8')), 1,
    case when i % 15 = 11 then '550' end, case when i % 15 < 11 then started_at + interval '1 hour' end,
    started_at + interval '15 days',
    case when i % 15 < 10 then started_at + interval '1 hour' + interval '2 days' * (i % 97) / 97 end
from (select *, external_id::bigint as i from contact) numbered
where i between :from and :to and reason = 'asked'
