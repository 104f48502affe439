-- SPDX-License-Identifier: EUPL-1.2
-- What one POST /v1/contacts does, for pgbench
\set number random(1, 1000000000000)
begin;
select external_id from contact where external_id in ('P-' || :number) and source = 'default';
select * from recipient where address_hash in (sha256(cast(cast(:number as text) as bytea))) order by address_hash for update;
insert into recipient (address_hash, asked_at) values (sha256(cast(cast(:number as text) as bytea)), now()) on conflict do nothing;
insert into contact (id, source, external_id, channel, location, product, wijk, cluster, language, started_at, contact_month, duration_seconds, resolved_first_time, reason, received_at, fingerprint) values (cast(md5(cast(:number as text)) as uuid), 'default', 'P-' || :number, 'phone', 'Locatie 1', 'Paspoort', 'Wijk 1', 'Burgerzaken', 'nl', now(), cast(date_trunc('month', now()) as date), 120, null, 'asked', now(), sha256(cast(cast(:number as text) as bytea))) on conflict do nothing;
insert into invitation (id, contact_id, contact_month, channel, medium, state, token_hash, address, email_hash, phone_hash, next_attempt_at, invited_at, expires_at, erase_at) select cast(md5(cast(:number as text) || 'i') as uuid), id, contact_month, channel, 'email', 'planned', sha256(cast(cast(:number as text) || 't' as bytea)), sha256(cast(cast(:number as text) || 'a' as bytea)), sha256(cast(cast(:number as text) as bytea)), null, now(), null, now() + interval '14 days', now() + interval '14 days' from contact where id = cast(md5(cast(:number as text)) as uuid);
commit;
