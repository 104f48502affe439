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

--changeset peilschaal:013-bounced
--comment There is nobody at an address: it is not asked again.
alter table recipient add column bounced_at timestamp with time zone;
alter table contact drop constraint ck_contact_reason;
alter table contact add constraint ck_contact_reason check (reason in ('asked', 'no_address', 'test_address', 'sensitive', 'too_old', 'opted_out', 'bounced', 'asked_recently', 'not_sampled'));
--rollback update contact set reason = 'no_address' where reason = 'bounced';
--rollback alter table contact drop constraint ck_contact_reason;
--rollback alter table contact add constraint ck_contact_reason check (reason in ('asked', 'no_address', 'test_address', 'sensitive', 'too_old', 'opted_out', 'asked_recently', 'not_sampled'));
--rollback alter table recipient drop column bounced_at;
