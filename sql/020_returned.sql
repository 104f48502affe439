--liquibase formatted sql

--changeset peilschaal:020-returned
--comment An invitation that was sent and came back was sent: it is of unknown eligibility, and no failure to send.
alter table invitation drop constraint ck_invitation_state;
alter table invitation add constraint ck_invitation_state check (state in ('planned', 'sent', 'handed_out', 'returned', 'failed', 'lapsed', 'withdrawn', 'imported'));
alter table invitation drop constraint ck_invitation_invited;
alter table invitation add constraint ck_invitation_invited check (state not in ('sent', 'handed_out', 'returned', 'imported') or invited_at is not null);
update invitation set state = 'returned' where state = 'failed' and invited_at is not null;
--rollback update invitation set state = 'failed' where state = 'returned';
--rollback alter table invitation drop constraint ck_invitation_invited;
--rollback alter table invitation add constraint ck_invitation_invited check (state not in ('sent', 'handed_out', 'imported') or invited_at is not null);
--rollback alter table invitation drop constraint ck_invitation_state;
--rollback alter table invitation add constraint ck_invitation_state check (state in ('planned', 'sent', 'handed_out', 'failed', 'lapsed', 'withdrawn', 'imported'));

--changeset peilschaal:020-count-again
--comment What came back was counted as not invited: all of it is counted again.
delete from counted_month;
delete from month_count;
--rollback delete from counted_month;
--rollback delete from month_count;
