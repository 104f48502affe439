// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.util.Set;
import nl.rotterdam.survey.signin.SignInException.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds ID tokens against OpenID Connect Core 1.0, section 3.1.3.7: issuer, audience, authorized
 * party, nonce, time and signature. Only signatures by a key that the provider keeps to itself are
 * taken: with HS256 its public key could be used as the secret. The time is the library's own.
 */
final class IdTokens {
  private static final Logger LOG = LoggerFactory.getLogger(IdTokens.class);
  private static final int LEEWAY_SECONDS = 30;
  private static final int MOST_BYTES_OF_KEYS = 256 * 1024;

  /** By RSA and elliptic curves; never none, and no shared secrets. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final String clientId;
  private final IDTokenValidator validator;

  IdTokens(OIDCProviderMetadata provider, String clientId, int timeoutMillis) {
    this.clientId = clientId;
    this.validator =
        new IDTokenValidator(
            provider.getIssuer(),
            new ClientID(clientId),
            new JWSVerificationKeySelector<>(ALGORITHMS, keys(provider, timeoutMillis)),
            null);
    validator.setMaxClockSkew(LEEWAY_SECONDS);
  }

  private static JWKSource<SecurityContext> keys(OIDCProviderMetadata provider, int timeout) {
    try {
      return JWKSourceBuilder.create(
              provider.getJWKSetURI().toURL(),
              new DefaultResourceRetriever(timeout, timeout, MOST_BYTES_OF_KEYS))
          .refreshAheadCache(false)
          .retrying(true)
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(provider.getJWKSetURI() + " is no address", e);
    }
  }

  /** What a token says, where it is one for this client and this way through the door. */
  JWTClaimsSet claims(JWT idToken, Nonce nonce) throws SignInException {
    try {
      JWTClaimsSet claims = validator.validate(idToken, nonce).toJWTClaimsSet();
      requireParty(claims);
      return claims;
    } catch (BadJOSEException | JOSEException | ParseException e) {
      // the message names what is wrong, and nobody
      LOG.warn("An ID token was refused: {}", e.getMessage());
      throw new SignInException(Cause.TOKEN, e);
    }
  }

  /** The library does not look at whom a token was issued to where it is for one audience. */
  private void requireParty(JWTClaimsSet claims) throws SignInException {
    Object party = claims.getClaim("azp");
    boolean forSeveral = claims.getAudience().size() > 1;
    if (party == null ? forSeveral : !party.equals(clientId)) {
      LOG.warn("An ID token was refused: it was issued to another client");
      throw new SignInException(Cause.TOKEN);
    }
  }
}
