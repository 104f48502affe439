--liquibase formatted sql

--changeset peilschaal:004-callback-note
--comment A promise to call back. Without an id of its own it is known by when it was made and its place among those made at that instant.
create table callback_note (
  id uuid not null,
  source varchar(50) not null,
  created_at timestamp with time zone not null,
  place integer not null,
  created_month date not null,
  handled_at timestamp with time zone,
  constraint pk_callback_note primary key (id),
  constraint uq_callback_note unique (created_at, place, source),
  constraint ck_callback_note_place check (place >= 1),
  constraint ck_callback_note_month check (extract(day from created_month) = 1),
  constraint ck_callback_note_handled check (handled_at >= created_at)
);
create index ix_callback_note_month on callback_note (created_month);
--rollback drop table callback_note;
