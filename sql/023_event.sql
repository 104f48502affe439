--liquibase formatted sql

--changeset peilschaal:023-event
--comment Which events were taken in, each known by a keyed hash of its source and id, and of its content: an event that comes again does nothing more.
create table event (
  source varchar(50) not null,
  identity bytea not null,
  fingerprint bytea not null,
  received_at timestamp with time zone not null,
  constraint pk_event primary key (source, identity)
);
create index ix_event_received on event (received_at);
--rollback drop table event;

--changeset peilschaal:023-open-klant-notice
--comment What Open Klant told of and is still to be fetched from it: one row for each, however often it was told of. Nothing of a resident is in it.
create table open_klant_notice (
  resource varchar(20) not null,
  id uuid not null,
  notices integer not null,
  attempts integer not null,
  due_at timestamp with time zone not null,
  constraint pk_open_klant_notice primary key (resource, id),
  constraint ck_open_klant_notice_resource check (resource in ('klantcontact', 'internetaak'))
);
create index ix_open_klant_notice_due on open_klant_notice (due_at);
--rollback drop table open_klant_notice;
