--liquibase formatted sql

--changeset peilschaal:019-kiosk
--comment A counter screen: one link a device, which can be revoked.
create table kiosk (
  id uuid not null,
  name varchar(100) not null,
  location varchar(200) not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint pk_kiosk primary key (id),
  constraint uq_kiosk_name unique (name),
  constraint uq_kiosk_token unique (token_hash)
);
create index ix_kiosk_location on kiosk (location);
--rollback drop table kiosk;

--changeset peilschaal:019-kiosk-answer
--comment Apart from the answers to invitations: nobody sampled who answers at a screen. The id is of the showing of the page, so that a second press stores nothing. Screen and time are needed for a day, to tell a flood.
create table kiosk_answer (
  id uuid not null,
  kiosk_id uuid,
  answer_month date not null,
  location varchar(200) not null,
  language varchar(10) not null,
  overall smallint not null,
  friendliness smallint,
  clarity smallint,
  timeliness smallint,
  answered_at timestamp with time zone,
  set_aside varchar(20),
  constraint pk_kiosk_answer primary key (id),
  constraint fk_kiosk_answer_kiosk foreign key (kiosk_id) references kiosk (id),
  constraint ck_kiosk_answer_month check (extract(day from answer_month) = 1),
  constraint ck_kiosk_answer_set_aside check (set_aside in ('too_soon', 'too_many', 'same')),
  constraint ck_kiosk_answer_overall check (overall between 0 and 10),
  constraint ck_kiosk_answer_friendliness check (friendliness between 0 and 10),
  constraint ck_kiosk_answer_clarity check (clarity between 0 and 10),
  constraint ck_kiosk_answer_timeliness check (timeliness between 0 and 10)
);
create index ix_kiosk_answer_lately on kiosk_answer (location, answered_at);
create index ix_kiosk_answer_kept on kiosk_answer (answered_at);
create index ix_kiosk_answer_counted on kiosk_answer (answer_month, location);
--rollback drop table kiosk_answer;
