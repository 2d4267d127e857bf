package org.pris.intake.declaration;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers as people write and paste them, and as they are stored: E.164, with an
 * extension as in RFC 3966. The page reads them by the same plans and the same rules.
 */
final class TelephoneNumber {

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  /** Territories that share the national plan, 0692 as 0639: each has its own country code. */
  private static final List<String> TERRITORIES =
      List.of("RE", "YT", "GP", "MQ", "GF", "BL", "MF", "PM");

  private static final int FRANCE = 33;
  private static final int FEWEST_DIGITS = 4;

  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F]");
  private static final Pattern SCHEME = Pattern.compile("^tel:\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXTENSION =
      Pattern.compile(
          "^(.*?\\d[\\s).]*)[\\s,;:./-]*"
              + "(?:poste|p\\.|extension|ext[.=]?|interne|int\\.?|x|#)\\s*(\\d{1,8})\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private TelephoneNumber() {}

  /** As it is stored; what is no number of any plan stays as it was written. */
  static @Nullable String stored(@Nullable String written) {
    return written == null ? null : read(written).orElse(written);
  }

  private static Optional<String> read(String written) {
    var whole = Normalizer.normalize(written, Normalizer.Form.NFKC);
    var seen = INVISIBLE.matcher(whole).replaceAll("").strip();
    var plain = SCHEME.matcher(seen).replaceFirst("");
    var extended = EXTENSION.matcher(plain);
    var number = extended.matches() ? extended.group(1) : plain;
    var digits = number.chars().filter(Character::isDigit).count();
    if (digits < FEWEST_DIGITS || LETTER.matcher(number).find()) {
      return Optional.empty();
    }
    var extension = extended.matches() ? ";ext=" + extended.group(2) : "";
    return parsed(number, "FR")
        .filter(PLANS::isPossibleNumber)
        .map(TelephoneNumber::ofItsTerritory)
        .map(it -> PLANS.format(it, PhoneNumberFormat.E164) + extension);
  }

  /** What no territory's plan knows stays French: also numbers kept for fiction, of no plan. */
  private static PhoneNumber ofItsTerritory(PhoneNumber number) {
    if (number.getCountryCode() != FRANCE) {
      return number;
    }
    return TERRITORIES.stream()
        .flatMap(it -> parsed("0" + number.getNationalNumber(), it).stream())
        .filter(PLANS::isValidNumber)
        .findFirst()
        .orElse(number);
  }

  private static Optional<PhoneNumber> parsed(String text, String region) {
    try {
      return Optional.of(PLANS.parse(text, region));
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }
}
