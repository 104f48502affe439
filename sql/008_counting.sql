--liquibase formatted sql

--changeset peilschaal:008-invitation-month
--comment Invitations carry what they are counted by, as answers do, so that counting needs no join.
alter table invitation add column contact_month date;
alter table invitation add column channel varchar(10);
update invitation set
  contact_month = (select c.contact_month from contact c where c.id = invitation.contact_id),
  channel = (select c.channel from contact c where c.id = invitation.contact_id);
alter table invitation alter column contact_month set not null;
alter table invitation alter column channel set not null;
alter table invitation add constraint ck_invitation_month check (extract(day from contact_month) = 1);
alter table invitation add constraint ck_invitation_channel check (channel in ('counter', 'phone', 'chat', 'social', 'video'));
--rollback alter table invitation drop column channel;
--rollback alter table invitation drop column contact_month;

--changeset peilschaal:008-index-contact
--comment What is counted of contacts is in the index by which they are found, so that the table is not read.
create index ix_contact_counted on contact (contact_month, channel, location, resolved_first_time);
drop index ix_contact_month_channel;
--rollback create index ix_contact_month_channel on contact (contact_month, channel);
--rollback drop index ix_contact_counted;

--changeset peilschaal:008-index-invitation
--comment The same of invitations.
create index ix_invitation_counted on invitation (contact_month, channel, state);
--rollback drop index ix_invitation_counted;

--changeset peilschaal:008-index-answer
--comment The same of answers: their scores, in the order in which they are grouped.
create index ix_answer_counted on answer (contact_month, channel, overall, friendliness, clarity, timeliness);
drop index ix_answer_month_channel;
--rollback create index ix_answer_month_channel on answer (contact_month, channel);
--rollback drop index ix_answer_counted;

--changeset peilschaal:008-vacuum dbms:postgresql
--comment An index answers alone only for rows that a vacuum has seen. By default it comes when a table has grown by a fifth: in a table of five years, once a year.
alter table contact set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000);
alter table invitation set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000);
alter table answer set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000);
--rollback alter table contact reset (autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold);
--rollback alter table invitation reset (autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold);
--rollback alter table answer reset (autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold);
