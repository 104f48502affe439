-- The open surveys about them.
insert into invitation (id, contact_id, contact_month, channel, medium, state, token_hash,
    email_hash, attempts, invited_at, expires_at)
select id, id, contact_month, channel, 'email', 'sent', sha256(convert_to(lpad(external_id, 22, 'A'), 'UTF8')),
    sha256(convert_to('load' || external_id, 'UTF8')), 1, started_at, started_at + interval '15 days'
from contact where source = 'load' and external_id::bigint between :from and :to
