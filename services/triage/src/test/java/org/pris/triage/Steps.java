package org.pris.triage;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What a person does with one case over HTTP; single quotes stand for double ones. */
record Steps(RestTestClient http, Object id) {

  static final String QUALIFY =
      """
      {'action': 'qualify', 'version': %d, 'severity': 'MAJOR', 'scope': 'EXTENDED', 'impact': 'HIGH',
       'urgency': 'UNKNOWN', 'trend': 'STABLE', 'incidentType': 'RANSOMWARE', 'origin': 'MALICIOUS',
       'patientHarm': 'POTENTIAL', 'careMode': 'DEGRADED', 'personalData': 'UNKNOWN',
       'significant': true}
      """;

  ResponseSpec move(String body) {
    return post("transitions", body);
  }

  ResponseSpec post(String what, String body) {
    return http.post()
        .uri("/api/cases/{id}/{what}", id, what)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body.replace('\'', '"'))
        .exchange();
  }

  ResponseSpec get() {
    return http.get().uri("/api/cases/{id}", id).exchange();
  }
}
