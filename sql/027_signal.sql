--liquibase formatted sql

--changeset peilschaal:027-signal
--comment What an open answer is known by to those who read it: random, so that it tells nothing of whom it is or when it came. released_at is when it came out, together with others; long after, the end of that month. themes is null until the term lists were looked at.
create table signal (
  id uuid not null,
  received_month date not null,
  contact_month date not null,
  channel varchar(10) not null,
  language varchar(10) not null,
  overall smallint,
  themes varchar(200),
  released_at timestamp with time zone,
  changed_at timestamp with time zone,
  marked_at timestamp with time zone,
  marked_by varchar(255),
  constraint pk_signal primary key (id),
  constraint ck_signal_received check (extract(day from received_month) = 1),
  constraint ck_signal_month check (extract(day from contact_month) = 1),
  constraint ck_signal_marked check ((marked_at is null) = (marked_by is null))
);
create index ix_signal_released on signal (released_at, id);
create index ix_signal_changed on signal (changed_at);
create index ix_signal_marked on signal (marked_at);
create index ix_signal_month on signal (contact_month, channel, themes, marked_at);
create index ix_signal_themes on signal (themes);
--rollback drop table signal;

--changeset peilschaal:027-answer-signal
--comment The answer whose open answer it is; what was answered before gets one, too.
alter table answer add column signal_id uuid;
update answer set signal_id = gen_random_uuid() where comment is not null;
alter table answer add constraint uq_answer_signal unique (signal_id);
insert into signal (id, received_month, contact_month, channel, language, overall)
  select signal_id, contact_month, contact_month, channel, language, overall from answer where signal_id is not null;
--rollback alter table answer drop column signal_id;
--rollback delete from signal;

--changeset peilschaal:027-term-lists
--comment One row: by which term lists themes were found.
create table term_lists (
  id smallint not null,
  version varchar(64) not null,
  constraint pk_term_lists primary key (id),
  constraint ck_term_lists_id check (id = 1)
);
--rollback drop table term_lists;

--changeset peilschaal:027-webhook-signal
--comment Other systems can be told that there are new signals.
alter table webhook_delivery drop constraint ck_webhook_delivery_type;
alter table webhook_delivery add constraint ck_webhook_delivery_type check (event_type in ('answer_dissatisfied', 'month_published', 'signal_received'));
--rollback delete from webhook_delivery where event_type = 'signal_received';
--rollback alter table webhook_delivery drop constraint ck_webhook_delivery_type;
--rollback alter table webhook_delivery add constraint ck_webhook_delivery_type check (event_type in ('answer_dissatisfied', 'month_published'));
