import { describe, expect, it } from "vitest";
import type { Declaration } from "../../api/declarations";
import { wordsFor } from "../../testing/words";
import { nationalText } from "./nationalText";

const french = wordsFor(["kit", "declare.form", "declare.paste"]);

const least: Declaration = {
  id: "11111111-1111-4111-8111-111111111111",
  reference: "DEC-2026-000149",
  version: 1,
  exercise: false,
  channel: "PORTAL",
  establishment: { finess: "990000010", legalEntity: "990000127", name: "CH du Val-Brisé", commune: "Val-Brisé", department: "38" },
  submittedAt: "2026-11-24T05:34:00Z",
  changedAt: "2026-11-24T05:34:00Z",
  warnings: [],
  alreadyOpen: [],
  declarant: { name: "Hélène Vasseur", phone: "+33639984107" },
  discoveredAt: "2026-11-24T05:22:00Z",
  description: "Fichiers en .lck,\nune note aux admissions.",
};

describe("the text for the national portal", () => {
  it("says only what was answered", () => {
    expect(nationalText(least, french).split("\n")).toEqual([
      "Établissement : CH du Val-Brisé, FINESS 990 000 010, Val-Brisé (38)",
      "Déclarant : Hélène Vasseur, 06 39 98 41 07",
      "Constat : 24 novembre 2026, 06 h 22",
      "Description : Fichiers en .lck, une note aux admissions.",
      "Mesures : prestataire régional PRIS saisi le 24 novembre 2026, 06 h 34, réf. DEC-2026-000149",
    ]);
  });

  it("has no line for what nobody described", () => {
    expect(nationalText({ ...least, description: null, discoveredAt: null }, french)).not.toMatch(/Description|Constat/);
  });

  it("words every answer, and « do not know » as one", () => {
    const text = nationalText(
      {
        ...least,
        declarant: { ...least.declarant, function: "DIRECTOR" },
        ongoing: "YES",
        incidentType: "RANSOMWARE",
        origin: "MALICIOUS",
        careMode: "DEGRADED",
        patientHarm: "POTENTIAL",
        affectedSystems: [
          { system: "EHR", state: "UNAVAILABLE" },
          { system: "TELEPHONY", state: "OPERATIONAL" },
        ],
        dataImpact: { availability: "PROVEN", confidentiality: "UNKNOWN", personalData: "UNKNOWN" },
      },
      french,
    );
    expect(text).toContain("Déclarant : Hélène Vasseur, Direction, 06 39 98 41 07");
    expect(text).toContain("06 h 22 ; incident en cours");
    expect(text).toContain("Nature : rançongiciel, origine malveillante présumée");
    expect(text).toContain("Prise en charge : mode dégradé ; mise en danger de patients potentielle");
    expect(text).toContain("Systèmes touchés : Dossier patient (DPI) (arrêté)\n");
    expect(text).toContain(
      "Données : atteinte à la confidentialité inconnue, atteinte à la disponibilité avérée, données personnelles : inconnu",
    );
  });

  it("lowers of a type its first letter alone", () => {
    expect(nationalText({ ...least, incidentType: "SYSTEM_COMPROMISE" }, french)).toContain("Nature : compromission du SI");
  });

  it("has plain spaces alone: it is pasted into somebody else's form", () => {
    expect(nationalText({ ...least, ongoing: "YES" }, french)).not.toMatch(/[\u00a0\u202f]/);
  });
});
