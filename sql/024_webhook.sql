--liquibase formatted sql

--changeset peilschaal:024-webhook-delivery
--comment The outbox of webhooks: one row for each event and webhook, written with what it tells of. Its body is encrypted, and goes with the last attempt; the row goes 30 days after the event.
create table webhook_delivery (
  id uuid not null,
  event_id uuid not null,
  event_type varchar(30) not null,
  webhook varchar(50) not null,
  made_at timestamp with time zone not null,
  state varchar(10) default 'planned' not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone,
  last_status smallint,
  failure varchar(40),
  ended_at timestamp with time zone,
  body bytea,
  constraint pk_webhook_delivery primary key (id),
  constraint uq_webhook_delivery_event unique (event_id, webhook),
  constraint ck_webhook_delivery_type check (event_type in ('answer_dissatisfied', 'month_published')),
  constraint ck_webhook_delivery_state check (state in ('planned', 'delivered', 'failed')),
  constraint ck_webhook_delivery_attempts check (attempts >= 0),
  constraint ck_webhook_delivery_planned check (state <> 'planned' or (body is not null and next_attempt_at is not null and ended_at is null)),
  constraint ck_webhook_delivery_ended check (state = 'planned' or (body is null and next_attempt_at is null and ended_at is not null))
);
create index ix_webhook_delivery_due on webhook_delivery (webhook, next_attempt_at);
create index ix_webhook_delivery_made on webhook_delivery (made_at, id);
--rollback drop table webhook_delivery;
