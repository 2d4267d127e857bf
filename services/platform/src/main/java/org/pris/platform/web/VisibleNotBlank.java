package org.pris.platform.web;

import jakarta.validation.Configuration;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;
import org.pris.platform.VisibleText;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;

/** {@link NotBlank} asks for what somebody can see: marks that no page shows are no answer. */
final class VisibleNotBlank implements ValidationConfigurationCustomizer {

  @Override
  public void customize(Configuration<?> validation) {
    if (validation instanceof HibernateValidatorConfiguration hibernate) {
      var mapping = hibernate.createConstraintMapping();
      mapping
          .constraintDefinition(NotBlank.class)
          .includeExistingValidators(false)
          .validatedBy(Visible.class);
      hibernate.addMapping(mapping);
    }
  }

  /** Holds for a text that shows something. */
  public static final class Visible implements ConstraintValidator<NotBlank, CharSequence> {

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text != null && !VisibleText.isBlank(text.toString());
    }
  }
}
