// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import io.dropwizard.lifecycle.Managed;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import nl.rotterdam.survey.mail.MailSettings.Tls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox to which notices come. One that is about a mail of ours is deleted once it is
 * taken, since it holds an address; anything else is marked as read and left for people. What was
 * not finished is read again, also by another instance: taking a notice twice does no harm.
 */
public final class BounceMailbox implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
  private static final int LARGEST = 1 << 20;

  private final BounceSettings settings;
  private final Predicate<DeliveryNotice> taker;
  private final Session session;
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "bounces"));
  private ScheduledFuture<?> rounds;

  /**
   * @param taker takes a notice and tells whether it is about a mail of ours
   */
  public BounceMailbox(
      BounceSettings settings, MailSettings relay, Predicate<DeliveryNotice> taker) {
    this.settings = settings;
    this.taker = taker;
    this.session = Session.getInstance(properties(settings, relay));
  }

  @Override
  public void start() {
    long poll = settings.poll().toMillis();
    rounds = schedule.scheduleWithFixedDelay(this::readAndGoOn, 0, poll, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() throws InterruptedException {
    rounds.cancel(false);
    schedule.shutdown();
    if (!schedule.awaitTermination(30, TimeUnit.SECONDS)) {
      LOG.warn("Reading notices did not stop in time");
    }
  }

  /** A failure must not end the schedule. */
  private void readAndGoOn() {
    try {
      read();
    } catch (MessagingException e) {
      LOG.warn("The mailbox mail.bounces at {} cannot be read: {}", settings.host(), e.toString());
    } catch (RuntimeException e) {
      LOG.error("Reading notices failed; it goes on at the next round", e);
    }
  }

  /**
   * Reads what is new.
   *
   * @return how many notices were about mails of ours
   */
  int read() throws MessagingException {
    try (Store store = session.getStore("imap")) {
      store.connect(settings.host(), settings.port(), settings.username(), settings.password());
      // what is deleted leaves the folder when it is closed
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        int taken = 0;
        for (Message mail : folder.search(new FlagTerm(new Flags(Flag.SEEN), false))) {
          taken += takeOrLeave(mail) ? 1 : 0;
        }
        return taken;
      }
    }
  }

  /** One mail that cannot be read must not keep the others waiting. */
  private boolean takeOrLeave(Message mail) throws MessagingException {
    try {
      boolean ours = take(mail);
      mail.setFlag(ours ? Flag.DELETED : Flag.SEEN, true);
      return ours;
    } catch (MessagingException e) {
      if (!mail.getFolder().isOpen()) {
        throw e;
      }
      LOG.warn("A mail in the mailbox mail.bounces cannot be read: {}", e.getClass().getName());
      return false;
    }
  }

  private boolean take(Message mail) throws MessagingException {
    if (mail.getSize() > LARGEST) {
      return false;
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      mail.writeTo(bytes);
      return DeliveryNotice.read(bytes.toByteArray()).map(taker::test).orElse(false);
    } catch (IOException e) {
      throw new MessagingException("A mail cannot be read", e);
    }
  }

  private static Properties properties(BounceSettings settings, MailSettings relay) {
    Properties properties = new Properties();
    Tls tls = settings.tls();
    properties.setProperty("mail.imap.ssl.enable", String.valueOf(tls == Tls.IMPLICIT));
    properties.setProperty(
        "mail.imap.starttls.enable", String.valueOf(tls == Tls.STARTTLS || tls == Tls.OFFERED));
    properties.setProperty("mail.imap.starttls.required", String.valueOf(tls == Tls.STARTTLS));
    properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
    // reading alone must not mark a mail as read: it is not taken yet
    properties.setProperty("mail.imap.peek", "true");
    properties.setProperty(
        "mail.imap.connectiontimeout", String.valueOf(relay.connectTimeout().toMillis()));
    properties.setProperty("mail.imap.timeout", String.valueOf(relay.readTimeout().toMillis()));
    properties.setProperty(
        "mail.imap.writetimeout", String.valueOf(relay.writeTimeout().toMillis()));
    return properties;
  }
}
