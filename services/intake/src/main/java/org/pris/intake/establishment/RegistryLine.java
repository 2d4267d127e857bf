package org.pris.intake.establishment;

import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.Establishment;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Site;

/**
 * What the registry says of an establishment; one line of its file.
 *
 * @param category code of the ANS terminology TRE_R66
 * @param onCall number that answers at night, if another than the switchboard
 */
public record RegistryLine(
    String finess,
    String legalEntity,
    String legalEntityName,
    String name,
    @Nullable String commune,
    String department,
    @Nullable String category,
    Answer essentialServicesOperator,
    Answer insured,
    Answer nis2Entity,
    @Nullable String switchboard,
    @Nullable String onCall,
    @Nullable String email) {

  public Site site() {
    return new Site(finess, legalEntity);
  }

  public Establishment establishment() {
    return new Establishment(finess, legalEntity, name, commune, department, category);
  }

  public RegulatoryProfile profile() {
    return new RegulatoryProfile(essentialServicesOperator, insured, nis2Entity);
  }
}
