-- Contacts of this very moment, to be answered under load.
insert into contact (id, source, external_id, channel, product, wijk, cluster, language, started_at,
    contact_month, duration_seconds, resolved_first_time, reason, received_at, fingerprint)
select (lpad(to_hex(cast(extract(epoch from cast(:now as timestamptz)) * 1000 as bigint)), 12, '0')
        || lpad(to_hex(i), 20, '0'))::uuid,
    'load', i::text, 'phone', 'Product 1', 'Wijk 1', 'Cluster 1', 'nl', cast(:now as timestamptz),
    cast(date_trunc('month', cast(:now as timestamptz) at time zone 'Europe/Amsterdam') as date),
    60, true, 'asked', cast(:now as timestamptz), sha256(int8send(i))
from generate_series(cast(:from as bigint), cast(:to as bigint)) as i
