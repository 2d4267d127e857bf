package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.web.signin.LocalPath;

@DisplayName("The door")
class LocalPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "/sign-out",
        "",
        "cases"
      })
  @DisplayName("follows only local paths after sign-in")
  void localPaths(String asked) {
    assertThat(LocalPath.of(asked)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/cases/PRIS-2026-000017", "/board?status=RECEIVED&q=%C3%A9"})
  @DisplayName("keeps deep links over sign-in")
  void deepLinks(String path) {
    assertThat(LocalPath.of(path)).contains(path);
  }
}
