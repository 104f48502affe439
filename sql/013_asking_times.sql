--liquibase formatted sql

--changeset peilschaal:013-lapsed
--comment An invitation that waited until it was too late for it is neither failed nor withdrawn.
alter table invitation drop constraint ck_invitation_state;
alter table invitation add constraint ck_invitation_state check (state in ('planned', 'sent', 'handed_out', 'failed', 'lapsed', 'withdrawn', 'imported'));
--rollback update invitation set state = 'failed' where state = 'lapsed';
--rollback alter table invitation drop constraint ck_invitation_state;
--rollback alter table invitation add constraint ck_invitation_state check (state in ('planned', 'sent', 'handed_out', 'failed', 'withdrawn', 'imported'));

--changeset peilschaal:013-reminder
--comment One reminder at most: once an invitation is sent, its next attempt is the reminder.
alter table invitation add column reminded_at timestamp with time zone;
alter table invitation add constraint ck_invitation_reminded check (reminded_at is null or next_attempt_at is null);
--rollback update invitation set next_attempt_at = null where state = 'sent';
--rollback alter table invitation drop constraint ck_invitation_reminded;
--rollback alter table invitation drop column reminded_at;
