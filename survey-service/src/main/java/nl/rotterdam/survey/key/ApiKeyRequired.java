// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Only for source systems: the request's principal is the source whose key it carries. */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@SecurityRequirement(name = ApiKeys.SCHEME)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiKeyRequired {
  /** Of these its key must open one; those of a method come before those of its class. */
  Scope[] value();
}
