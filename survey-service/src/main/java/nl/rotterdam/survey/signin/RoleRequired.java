// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Only for employees who are signed in: the request's principal is the {@link Employee}. */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RoleRequired {
  /** The least role; that of a method comes before that of its class. */
  Role value();
}
