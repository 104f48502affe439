--liquibase formatted sql

--changeset peilschaal:001-contact
--comment What happened: one row a contact, with the one decision whether to ask about it.
create table contact (
  id uuid not null,
  source varchar(50) not null,
  external_id varchar(200) not null,
  channel varchar(10) not null,
  location varchar(200),
  product varchar(200),
  wijk varchar(200),
  cluster varchar(200),
  language varchar(10) not null,
  started_at timestamp with time zone not null,
  contact_month date not null,
  duration_seconds integer,
  resolved_first_time boolean,
  reason varchar(20) not null,
  received_at timestamp with time zone not null,
  fingerprint bytea not null,
  constraint pk_contact primary key (id),
  constraint uq_contact_source_external_id unique (external_id, source),
  constraint ck_contact_channel check (channel in ('counter', 'phone', 'chat', 'social', 'video')),
  constraint ck_contact_month check (extract(day from contact_month) = 1),
  constraint ck_contact_duration check (duration_seconds >= 0),
  constraint ck_contact_reason check (reason in ('asked', 'no_address', 'test_address', 'sensitive', 'too_old', 'opted_out', 'asked_recently', 'not_sampled'))
);
create index ix_contact_month_channel on contact (contact_month, channel);
--rollback drop table contact;
