// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A system that wants to be told.
 *
 * @param url where it listens; empty: nobody is told
 * @param secret what both sides sign with
 * @param nextSecret signed with, too, while the secret is being replaced; empty: none
 * @param events what it is told, by the last part of their types
 */
public record WebhookSettings(
    @NotNull
        @Pattern(
            regexp = "[a-z0-9-]{1,50}",
            message = "must be 1 to 50 small letters, digits and hyphens")
        String name,
    String url,
    @Pattern(regexp = SECRET, message = "must be 32 signs at least, without spaces") String secret,
    @Pattern(regexp = SECRET, message = "must be 32 signs at least, without spaces")
        String nextSecret,
    @NotEmpty
        List<
                @NotNull
                @Pattern(
                    regexp = "answer-dissatisfied|month-published|signal-received",
                    message = "must be answer-dissatisfied, month-published or signal-received")
                String>
            events) {

  private static final String SECRET = "([!-~]{32,})?";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public WebhookSettings {
    url = Objects.requireNonNullElse(url, "");
    secret = Objects.requireNonNullElse(secret, "");
    nextSecret = Objects.requireNonNullElse(nextSecret, "");
  }

  @JsonIgnore
  public boolean isUsed() {
    return !url.isEmpty();
  }

  /** Whether it is told of such events. */
  boolean hears(EventType type) {
    return events.stream().anyMatch(event -> type.code().endsWith("." + event));
  }

  /** What to sign with: one, or both while one replaces the other. */
  List<String> secrets() {
    return Stream.of(secret, nextSecret).filter(set -> !set.isEmpty()).toList();
  }

  URI target() {
    return URI.create(url);
  }

  /**
   * Why nobody may be told by these settings, beginning with the field's name; empty where all is
   * well.
   *
   * @param hosts the only ones that may be called
   */
  public Optional<String> objection(Collection<String> hosts) {
    if (secret.isEmpty()) {
      return Optional.of("secret must be set: 32 signs at least, without spaces");
    }
    return parsed().isEmpty()
        ? Optional.of("url must be an address such as https://zaken.example.nl/peilschaal")
        : objection(parsed().get(), hosts);
  }

  private Optional<URI> parsed() {
    try {
      return Optional.of(new URI(url)).filter(uri -> uri.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> objection(URI url, Collection<String> hosts) {
    if (url.getUserInfo() != null || url.getFragment() != null) {
      return Optional.of("url must hold no name, password or fragment");
    }
    boolean plain = "http".equalsIgnoreCase(url.getScheme()) && LOOPBACK.contains(url.getHost());
    if (!plain && !"https".equalsIgnoreCase(url.getScheme())) {
      return Optional.of("url must begin with https:// (http:// only to this machine itself)");
    }
    return hosts.stream().anyMatch(host -> host.equalsIgnoreCase(url.getHost()))
        ? Optional.empty()
        : Optional.of(
            "url has the host %s, which webhookHosts (WEBHOOK_HOSTS) does not name"
                .formatted(url.getHost()));
  }

  /** Leaves out secrets, and the address, which may hold one. */
  @Override
  public String toString() {
    return "WebhookSettings[" + name + "]";
  }
}
