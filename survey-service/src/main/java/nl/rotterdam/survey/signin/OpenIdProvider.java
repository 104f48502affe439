// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import static java.util.stream.Collectors.toMap;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.signin.SignInException.Cause;
import nl.rotterdam.survey.signin.Starts.Start;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The municipality's provider of identities, by OpenID Connect: an authorization code with PKCE,
 * for which it gives an ID token. It is asked what it can when it is first needed, and again when
 * it could not be reached: the service starts without it.
 */
public final class OpenIdProvider {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);
  private static final int TIMEOUT_MILLIS = 5_000;

  /** After which it is asked anew what it can. */
  private static final Duration KNOWN = Duration.ofHours(1);

  /** For so long it is not asked again when it did not answer: others wait for nothing. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  private final SignInSettings settings;
  private final URI callback;
  private final URI door;
  private final RoleClaim roles;
  private final Clock clock;
  private OIDCProviderMetadata metadata;
  private IdTokens idTokens;
  private Instant askAgainAt = Instant.MIN;

  /**
   * @param callback where it sends who was let in
   * @param door where it sends who signed out
   */
  public OpenIdProvider(SignInSettings settings, URI callback, URI door, Clock clock) {
    this.settings = settings;
    this.callback = callback;
    this.door = door;
    this.roles =
        new RoleClaim(
            settings.roleClaim(),
            settings.roles().entrySet().stream()
                .collect(
                    toMap(Map.Entry::getKey, entry -> Role.of(entry.getValue()).orElseThrow())));
    this.clock = clock;
  }

  /**
   * Somebody whom it knows.
   *
   * @param subject as what it knows them for good
   * @param name as people call them
   * @param role what they may here; empty where they may nothing
   * @param idToken what it told, as it told it
   */
  public record Person(String subject, String name, Optional<Role> role, String idToken) {
    @Override
    public String toString() {
      return "Person[" + subject + "]";
    }
  }

  /** Whether it can be reached. */
  public boolean isReachable() {
    try {
      known();
      return true;
    } catch (SignInException e) {
      return false;
    }
  }

  /**
   * Where the browser goes to be let in.
   *
   * @throws SignInException where it cannot be reached
   */
  public URI authorize(Start start) throws SignInException {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            Scope.parse(settings.scopes()),
            new ClientID(settings.clientId()),
            callback)
        .endpointURI(known().getAuthorizationEndpointURI())
        .state(new State(start.state()))
        .nonce(new Nonce(start.nonce()))
        .codeChallenge(new CodeVerifier(start.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Who came back with this code.
   *
   * @param issuer who sent them, where it says so (RFC 9207); null where it does not
   * @throws SignInException where the provider does not say that, or not as it must
   */
  public Person person(String code, String issuer, Start start) throws SignInException {
    OIDCProviderMetadata provider = known();
    boolean says = provider.supportsAuthorizationResponseIssuerParam();
    if (issuer == null ? says : !issuer.equals(settings.issuer())) {
      throw new SignInException(Cause.TOKEN);
    }
    JWT idToken = idToken(provider, code, start);
    return person(idTokens().claims(idToken, new Nonce(start.nonce())), idToken);
  }

  private Person person(JWTClaimsSet claims, JWT idToken) {
    return new Person(
        claims.getSubject(),
        Names.of(claims),
        roles.highest(claims.getClaims()),
        idToken.getParsedString());
  }

  private JWT idToken(OIDCProviderMetadata provider, String code, Start start)
      throws SignInException {
    try {
      AuthorizationCodeGrant grant =
          new AuthorizationCodeGrant(
              new AuthorizationCode(code), callback, new CodeVerifier(start.verifier()));
      HTTPRequest request = request(provider, grant).toHTTPRequest();
      limit(request);
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (!response.indicatesSuccess()) {
        LOG.warn(
            "The provider of identities did not take a code: {}",
            response.toErrorResponse().getErrorObject().getCode());
        throw new SignInException(Cause.CODE);
      }
      JWT idToken = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
      if (idToken == null) {
        throw new SignInException(Cause.TOKEN);
      }
      return idToken;
    } catch (IOException e) {
      throw new SignInException(Cause.UNAVAILABLE, e);
    } catch (com.nimbusds.oauth2.sdk.ParseException | IllegalArgumentException e) {
      throw new SignInException(Cause.CODE, e);
    }
  }

  private TokenRequest request(OIDCProviderMetadata provider, AuthorizationCodeGrant grant) {
    ClientID client = new ClientID(settings.clientId());
    if (settings.clientSecret().isEmpty()) {
      return new TokenRequest.Builder(provider.getTokenEndpointURI(), client, grant).build();
    }
    return new TokenRequest.Builder(
            provider.getTokenEndpointURI(),
            authentication(provider, client, new Secret(settings.clientSecret())),
            grant)
        .build();
  }

  private static ClientAuthentication authentication(
      OIDCProviderMetadata provider, ClientID client, Secret secret) {
    List<ClientAuthenticationMethod> methods = provider.getTokenEndpointAuthMethods();
    boolean postOnly =
        methods != null
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return postOnly ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
  }

  /**
   * Where the browser goes to sign out there, too; empty where it has no such place, or cannot be
   * reached.
   *
   * @param idToken what it told when they signed in
   */
  public Optional<URI> signOut(Optional<String> idToken) {
    try {
      URI place = known().getEndSessionEndpointURI();
      if (place == null || idToken.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new LogoutRequest(place, JWTParser.parse(idToken.get()), door, null).toURI());
    } catch (SignInException | ParseException e) {
      return Optional.empty();
    }
  }

  private synchronized IdTokens idTokens() {
    return idTokens;
  }

  private synchronized OIDCProviderMetadata known() throws SignInException {
    Instant now = clock.instant();
    if (!now.isBefore(askAgainAt)) {
      ask(now);
    }
    if (metadata == null) {
      throw new SignInException(Cause.UNAVAILABLE);
    }
    return metadata;
  }

  /** What it could before it can, until it says otherwise. */
  private void ask(Instant now) {
    try {
      OIDCProviderMetadata told =
          OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), OpenIdProvider::limit);
      requireSafe(told);
      idTokens = new IdTokens(told, settings.clientId(), TIMEOUT_MILLIS);
      metadata = told;
      askAgainAt = now.plus(KNOWN);
    } catch (GeneralException | IOException | IllegalArgumentException e) {
      askAgainAt = now.plus(LEFT_ALONE);
      LOG.warn("The provider of identities cannot be reached: {}", e.getMessage());
    }
  }

  private static void requireSafe(OIDCProviderMetadata told) {
    for (URI place :
        List.of(
            told.getAuthorizationEndpointURI(), told.getTokenEndpointURI(), told.getJWKSetURI())) {
      if (!SignInSettings.isSafe(place.getScheme() + "://" + place.getRawAuthority())) {
        throw new IllegalArgumentException(place + " is not https");
      }
    }
  }

  private static void limit(HTTPRequest request) {
    request.setConnectTimeout(TIMEOUT_MILLIS);
    request.setReadTimeout(TIMEOUT_MILLIS);
    request.setFollowRedirects(false);
  }
}
