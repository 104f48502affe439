// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CookiesTest {

  @Test
  void overHttpsNoOtherHostOfTheDomainCanPutOneThere() {
    NewCookie cookie = new Cookies(true).keepSession("token");
    assertThat(cookie.getName()).isEqualTo("__Host-peilschaal");
    assertThat(cookie.isSecure()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
  }

  @Test
  void plainOneIsNotTakenOverHttps() {
    Map<String, Cookie> plain =
        Map.of("peilschaal", new Cookie.Builder("peilschaal").value("token").build());
    assertThat(new Cookies(true).session(plain)).isEmpty();
    assertThat(new Cookies(false).session(plain)).hasValue("token");
  }
}
