package org.pris.local.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pris.local.client.Account;
import org.pris.local.client.EndToEnd;

/**
 * A lead's real token, turned into what libraries have fallen for: the claims are right, the proof
 * is not.
 */
final class ConfusedTokens {

  private final SignedJWT real;
  private final RSAKey published;
  private final RSAKey own;
  private final String elsewhere;

  /**
   * @param elsewhere where the attacker serves keys of their own
   */
  ConfusedTokens(String elsewhere) throws ParseException, JOSEException {
    this.elsewhere = elsewhere;
    real = SignedJWT.parse(Account.of("lead1").token());
    published =
        JWKSet.parse(certs()).getKeyByKeyId(real.getHeader().getKeyID()).toRSAKey().toPublicJWK();
    own = new RSAKeyGenerator(2048).keyID(published.getKeyID()).generate();
  }

  private static String certs() {
    var address = EndToEnd.stack().urls().issuer() + "/protocol/openid-connect/certs";
    return Account.send(HttpRequest.newBuilder(URI.create(address)).build()).expect(200).text();
  }

  Map<String, String> all() throws JOSEException, GeneralSecurityException, ParseException {
    var all = new LinkedHashMap<String, String>();
    for (var none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
      all.put("of algorithm '" + none + "'", unsigned("{\"alg\":\"" + none + "\"}"));
    }
    all.put("without an algorithm", unsigned("{\"typ\":\"JWT\"}"));
    all.put("without its signature", start(real) + ".");
    all.put("with half of its signature", real.serialize().substring(0, start(real).length() + 90));
    all.put("with other claims and the old signature", swapped());
    hmac(all);
    header(all, "signed by another key of the same id", it -> it);
    header(all, "that brings its key along", it -> it.jwk(own.toPublicJWK()));
    header(all, "that says where its key is", it -> it.jwkURL(URI.create(elsewhere + "/keys")));
    header(all, "that says where its certificate is", it -> it.x509CertURL(URI.create(elsewhere)));
    for (var id :
        new String[] {
          "../../../../../../dev/null",
          "/dev/null",
          "x' UNION SELECT 'key",
          "http://x/",
          "$(id)",
          "\0"
        }) {
      header(all, "of a key called " + id.replace("\0", "NUL"), it -> it.keyID(id));
    }
    header(all, "of a key with a name without end", it -> it.keyID("k".repeat(4_000)));
    header(all, "of a kind that is critical", it -> it.criticalParams(java.util.Set.of("exp")));
    all.put("in four parts", real.serialize() + ".x");
    all.put("in five parts", real.serialize() + ".x.y");
    all.put("of dots", "....");
    all.put("that is no JSON", "e30x.e30x.e30x");
    all.put("of 100 kB", start(real) + "." + "A".repeat(100_000));
    return all;
  }

  private String unsigned(String header) {
    return encoded(header) + "." + part(1) + ".";
  }

  /** An administrator's roles, in the envelope of a lead's. */
  private String swapped() throws ParseException {
    var claims =
        new JWTClaimsSet.Builder(real.getJWTClaimsSet())
            .claim("roles", java.util.List.of("ADMIN"))
            .build();
    return part(0) + "." + encoded(claims.toString()) + "." + part(2);
  }

  /** The public key is no secret: whoever takes it for one lets everybody sign. */
  private void hmac(Map<String, String> all) throws JOSEException, GeneralSecurityException {
    var der = published.toRSAPublicKey().getEncoded();
    var lines = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(der);
    var pem = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    all.put("of HS256 by the public key's PEM", mac("HS256", "HmacSHA256", pem.getBytes(UTF_8)));
    all.put("of HS256 by the public key's DER", mac("HS256", "HmacSHA256", der));
    all.put(
        "of HS384 by the public key's JSON",
        mac("HS384", "HmacSHA384", published.toJSONString().getBytes(UTF_8)));
    all.put("of HS512 by the modulus", mac("HS512", "HmacSHA512", published.getModulus().decode()));
    all.put("of HS256 by nothing", mac("HS256", "HmacSHA256", new byte[1]));
  }

  private String mac(String name, String algorithm, byte[] secret) throws GeneralSecurityException {
    var header = "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(name, published.getKeyID());
    var signed = encoded(header) + "." + part(1);
    var mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(secret, algorithm));
    return signed + "." + Base64URL.encode(mac.doFinal(signed.getBytes(UTF_8)));
  }

  private void header(Map<String, String> all, String what, UnaryOperator<JWSHeader.Builder> change)
      throws JOSEException, ParseException {
    var header =
        change.apply(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(published.getKeyID())).build();
    var token = new SignedJWT(header, real.getJWTClaimsSet());
    token.sign(new RSASSASigner(own));
    all.put(what, token.serialize());
  }

  private String part(int index) {
    return real.getParsedParts()[index].toString();
  }

  private static String start(SignedJWT token) {
    return token.serialize().substring(0, token.serialize().lastIndexOf('.'));
  }

  private static String encoded(String json) {
    return Base64URL.encode(json).toString();
  }
}
