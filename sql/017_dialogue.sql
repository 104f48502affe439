--liquibase formatted sql

--changeset peilschaal:017-dialogue
--comment A survey that is being held by text messages: how far it has come. One of a number at most; it goes when the survey is over.
create table dialogue (
  invitation_id uuid not null,
  phone_hash bytea not null,
  step varchar(12) default 'start' not null,
  asked_again boolean default false not null,
  overall smallint,
  friendliness smallint,
  clarity smallint,
  timeliness smallint,
  heard_at timestamp with time zone,
  constraint pk_dialogue primary key (invitation_id),
  constraint uq_dialogue_phone unique (phone_hash),
  constraint fk_dialogue_invitation foreign key (invitation_id) references invitation (id),
  constraint ck_dialogue_step check (step in ('start', 'overall', 'friendliness', 'clarity', 'timeliness', 'comment')),
  constraint ck_dialogue_heard check (step = 'start' or heard_at is not null),
  constraint ck_dialogue_overall check (overall between 0 and 10),
  constraint ck_dialogue_friendliness check (friendliness between 0 and 10),
  constraint ck_dialogue_clarity check (clarity between 0 and 10),
  constraint ck_dialogue_timeliness check (timeliness between 0 and 10)
);
--rollback drop table dialogue;

--changeset peilschaal:017-texter
--comment A number from which a text message came in the last day, by its keyed hash, with the reply that is still to be sent to it: the newest one. Its address is encrypted, and goes once the carrier has accepted the reply.
create table texter (
  phone_hash bytea not null,
  heard_hash bytea,
  heard_at timestamp with time zone not null,
  reply_id uuid,
  reply varchar(12),
  language varchar(10),
  address bytea,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone,
  replied_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint pk_texter primary key (phone_hash),
  constraint ck_texter_reply check ((reply_id is null and reply is null and language is null and address is null and next_attempt_at is null) or (reply_id is not null and reply is not null and language is not null and address is not null and next_attempt_at is not null))
);
create index ix_texter_due on texter (next_attempt_at);
--rollback drop table texter;
