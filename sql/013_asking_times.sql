--liquibase formatted sql

--changeset peilschaal:013-lapsed
--comment An invitation that waited until it was too late for it is neither failed nor withdrawn.
alter table invitation drop constraint ck_invitation_state;
alter table invitation add constraint ck_invitation_state check (state in ('planned', 'sent', 'handed_out', 'failed', 'lapsed', 'withdrawn', 'imported'));
--rollback update invitation set state = 'failed' where state = 'lapsed';
--rollback alter table invitation drop constraint ck_invitation_state;
--rollback alter table invitation add constraint ck_invitation_state check (state in ('planned', 'sent', 'handed_out', 'failed', 'withdrawn', 'imported'));
