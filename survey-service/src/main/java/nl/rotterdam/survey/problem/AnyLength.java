// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Takes bodies of any length, since it never has the whole of one in memory. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyLength {}
