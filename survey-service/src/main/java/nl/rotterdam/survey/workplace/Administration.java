// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.intake.Fates;
import nl.rotterdam.survey.invitation.InvitationSender;
import nl.rotterdam.survey.invitation.SendingStatus;
import nl.rotterdam.survey.invitation.StoppedAddresses;
import nl.rotterdam.survey.key.SourceKeys;
import nl.rotterdam.survey.signin.Door;
import nl.rotterdam.survey.sms.SmppCarrier;
import nl.rotterdam.survey.webhook.WebhookOutbox;
import nl.rotterdam.survey.workplace.SettingsPageResource.Setting;

/**
 * The door of the workplace and its administration.
 *
 * @param settledSources the sources whose key stands in the settings
 * @param settings those in force, for who looks at them: a command does not
 * @param session the SMS carrier that must always be bound
 */
public record Administration(
    WorkplacePages pages,
    Door door,
    AuditLog audit,
    SourceKeys keys,
    List<String> settledSources,
    SendingStatus sending,
    List<InvitationSender> senders,
    WebhookOutbox webhooks,
    Optional<SmppCarrier> session,
    Fates fates,
    StoppedAddresses stopped,
    Supplier<List<Setting>> settings,
    Clock clock,
    ZoneId zone) {

  /** Its pages. */
  public List<Object> resources() {
    Entrance entrance = new Entrance(door, pages, audit);
    AdministrationPage.Frame frame = new AdministrationPage.Frame(pages, zone);
    return List.of(
        door.provider()
            .<Object>map(provider -> new ProviderSignInResource(entrance, provider))
            .orElseGet(() -> new PasswordSignInResource(entrance)),
        new SignOutResource(entrance),
        new RefusedPages(pages, audit),
        new SourcesPageResource(frame, keys, settledSources, audit),
        new SendingPageResource(frame, sending, senders, webhooks, session),
        new FatePageResource(frame, fates),
        new OptOutsPageResource(frame, stopped, audit),
        new SettingsPageResource(frame, settings),
        new AuditPageResource(frame, audit, clock));
  }
}
