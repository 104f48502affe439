// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import java.util.regex.Pattern;

/**
 * A file that goes with a mail.
 *
 * @param name under which it is saved, of letters, digits, '.', '_' and '-'
 * @param mediaType such as application/pdf
 */
public record Attachment(String name, String mediaType, byte[] content) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");

  public Attachment {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A file is named by at most 100 letters, digits, '.', '_' and '-', unlike " + name);
    }
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new IllegalArgumentException(
          "A media type is such as application/pdf, unlike " + mediaType);
    }
  }
}
