-- Contacts, evenly over the sixty months up to now and in their order.
insert into contact (id, source, external_id, channel, location, product, wijk, cluster, language,
    started_at, contact_month, duration_seconds, resolved_first_time, reason, received_at,
    fingerprint)
select (lpad(to_hex(cast(extract(epoch from at) * 1000 as bigint)), 12, '0')
        || lpad(to_hex(i), 20, '0'))::uuid,
    'default', i::text, channel,
    case when channel = 'counter' then 'Stadswinkel ' || 1 + floor(16 * power(r2, 1.5)) end,
    'Product ' || product, 'Wijk ' || 1 + floor(40 * r3), 'Cluster ' || 1 + product % 6,
    case when r3 < 0.9 then 'nl' else 'en' end, at,
    cast(date_trunc('month', at at time zone 'Europe/Amsterdam') as date),
    case when channel <> 'social' then 20 + cast(floor(900 * r3 * r2) as integer) end,
    case when channel = 'phone' and r2 < 0.9 then r3 < 0.8 end,
    case when i % 15 < 12 then 'asked' when i % 15 = 12 then 'no_address' else 'asked_recently' end,
    at + interval '5 minutes', sha256(int8send(i))
from (
  select i, at, r2, r3, 1 + cast(floor(13 * power(r4, 1.5)) as integer) as product,
      case when r1 < 0.35 then 'counter' when r1 < 0.75 then 'phone' when r1 < 0.87 then 'chat'
          when r1 < 0.94 then 'social' else 'video' end as channel
  from (
    select i, random() as r1, random() as r2, random() as r3, random() as r4,
        date_trunc('month', cast(:now as timestamptz) at time zone 'Europe/Amsterdam')
              at time zone 'Europe/Amsterdam' - interval '59 months'
            + (cast(:now as timestamptz)
                - (date_trunc('month', cast(:now as timestamptz) at time zone 'Europe/Amsterdam')
                    at time zone 'Europe/Amsterdam' - interval '59 months'))
            * (cast(i as double precision) / :contacts) as at
    from generate_series(cast(:from as bigint), cast(:to as bigint)) as i
  ) numbered
) drawn
