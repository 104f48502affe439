--liquibase formatted sql

--changeset peilschaal:022-callback-note
--comment A note may have an id of its source's own, by which it is known then; the contact that it is about, as its source names it, until nobody may tell any more which answer was about that contact; and what it is counted by.
alter table callback_note add column external_id varchar(200);
alter table callback_note add column contact_ref varchar(200);
alter table callback_note add column cluster varchar(200);
alter table callback_note add column wijk varchar(200);
alter table callback_note alter column place drop not null;
alter table callback_note add constraint uq_callback_note_external_id unique (source, external_id);
alter table callback_note add constraint ck_callback_note_known check (place is not null or external_id is not null);
create index ix_callback_note_contact on callback_note (source, contact_ref);
--rollback drop index ix_callback_note_contact;
--rollback alter table callback_note drop constraint ck_callback_note_known;
--rollback alter table callback_note drop constraint uq_callback_note_external_id;
--rollback delete from callback_note where place is null;
--rollback alter table callback_note alter column place set not null;
--rollback alter table callback_note drop column wijk;
--rollback alter table callback_note drop column cluster;
--rollback alter table callback_note drop column contact_ref;
--rollback alter table callback_note drop column external_id;

--changeset peilschaal:022-callback-score
--comment What is left of how residents were called back and how they found the timeliness, once nobody can tell any more which answer was about which contact: numbers.
create table callback_score (
  contact_month date not null,
  standing varchar(10) not null,
  timeliness smallint not null,
  number bigint not null,
  constraint pk_callback_score primary key (contact_month, standing, timeliness),
  constraint ck_callback_score_month check (extract(day from contact_month) = 1),
  constraint ck_callback_score_standing check (standing in ('on_time', 'late')),
  constraint ck_callback_score_timeliness check (timeliness between 0 and 10),
  constraint ck_callback_score_number check (number >= 1)
);
--rollback drop table callback_score;
