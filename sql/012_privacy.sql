--liquibase formatted sql

--changeset peilschaal:012-scrubbed-comment
--comment A marker may be longer than what it stands for, but never twice as long.
alter table answer alter column comment set data type varchar(8000);
--rollback alter table answer alter column comment set data type varchar(4000);

--changeset peilschaal:012-contact-answered
--comment What a contact keeps once nobody can tell any more which answer was about it.
alter table contact add column answered varchar(10);
alter table contact add constraint ck_contact_answered check (answered in ('no', 'partly', 'wholly'));
--rollback alter table contact drop column answered;

--changeset peilschaal:012-invitation-erase-at
--comment When there is next something of an invitation to erase; null where nothing is left. What is erased to the end has no link, and when it was answered is then no more than its month.
alter table invitation add column erase_at timestamp with time zone;
update invitation set erase_at = coalesce(answered_at, expires_at);
create index ix_invitation_erase on invitation (erase_at);
alter table invitation drop constraint ck_invitation_token;
alter table invitation add constraint ck_invitation_token check (state = 'imported' or (expires_at is not null and (token_hash is not null or state <> 'planned')));
--rollback alter table invitation drop constraint ck_invitation_token;
--rollback drop index ix_invitation_erase;
--rollback alter table invitation drop column erase_at;
--rollback alter table invitation add constraint ck_invitation_token check (state = 'imported' or (token_hash is not null and expires_at is not null));

--changeset peilschaal:012-answer-untied
--comment An answer that is tied to no contact has no time either, by which it could be tied again.
alter table answer alter column answered_at drop not null;
alter table answer add constraint ck_answer_time check (answered_at is not null or invitation_id is null);
--rollback alter table answer drop constraint ck_answer_time;
--rollback alter table answer alter column answered_at set not null;

--changeset peilschaal:012-hash-key
--comment One row: what the key makes that addresses are hashed with, so that a start with another key is noticed before opt-outs are lost.
create table hash_key (
  id smallint not null,
  proof bytea not null,
  constraint pk_hash_key primary key (id),
  constraint ck_hash_key_id check (id = 1)
);
--rollback drop table hash_key;
