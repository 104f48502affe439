// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.signin.Door;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.SignInException.Cause;
import nl.rotterdam.survey.text.Texts;

/** What happens at the door, whichever it is: who is let in or not is noted. */
record Entrance(Door door, WorkplacePages pages, AuditLog audit) {
  private static final int LONGEST_PATH = 2000;
  private static final Set<Cause> BY_NOBODY_YET = Set.of(Cause.TOO_MANY);

  /** A page for who is not signed in. */
  Response page(int status, String template, String language, Map<String, ?> model) {
    Texts texts = pages.texts(Objects.requireNonNullElse(language, ""));
    Map<String, Object> all = new HashMap<>(model);
    all.put(
        "others",
        WorkplacePages.LANGUAGES.stream()
            .filter(code -> !code.equals(texts.language()))
            .map(pages::texts)
            .toList());
    return pages.pages().page(status, "workplace/" + template + ".ftlh", texts, all);
  }

  /** Somebody is let in, with a new token whatever their browser brought. */
  Response letIn(
      String subject,
      String name,
      Role role,
      String idToken,
      String goesTo,
      Map<String, Cookie> brought,
      String from) {
    door.cookies().session(brought).ifPresent(door.sessions()::end);
    String language = WorkplacePages.LANGUAGES.get(0);
    String token = door.sessions().begin(subject, name, role, language, idToken);
    door.sessions()
        .find(token)
        .ifPresent(employee -> audit.note(employee, "sign_in", role.code(), from));
    return Response.seeOther(URI.create(pages.pages().path(safe(goesTo))))
        .cookie(door.cookies().keepSession(token), door.cookies().dropDoor())
        .build();
  }

  /** Nobody is let in; what they typed or brought is not noted. */
  Response refuse(Cause cause, String who, String from) {
    String code = cause.name().toLowerCase(Locale.ROOT);
    if (!BY_NOBODY_YET.contains(cause)) {
      audit.note(who, "sign_in_failed", code, from);
    }
    return page(status(cause), "door", null, Map.of("message", code, "to", ""));
  }

  static int status(Cause cause) {
    return switch (cause) {
      case STATE -> 400;
      case REFUSED, CODE, TOKEN, PASSWORD, ROLE -> 403;
      case TOO_MANY -> 429;
      case UNAVAILABLE -> 503;
    };
  }

  /** The page that was wanted, where it is one of the workplace; else where it begins. */
  static String safe(String wanted) {
    String start = Section.OVERVIEW.path();
    try {
      URI uri = new URI(wanted == null ? start : wanted);
      boolean here =
          uri.getScheme() == null
              && uri.getRawAuthority() == null
              && uri.getRawPath() != null
              && uri.equals(uri.normalize())
              && (uri.getRawPath().equals(start) || uri.getRawPath().startsWith(start + "/"));
      String path = uri.toASCIIString();
      return here && !path.startsWith(Door.PATH) && path.length() <= LONGEST_PATH ? path : start;
    } catch (URISyntaxException e) {
      return start;
    }
  }
}
