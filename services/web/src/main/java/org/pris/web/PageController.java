package org.pris.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A deep link is a page of the user interface: the same file, which reads the path itself. */
@Hidden
@Controller
class PageController {

  @GetMapping({
    "/",
    "/{page:[a-z-]+}",
    "/{page:(?!api|api-docs|assets|actuator|oauth2|login)[a-z-]+}/**"
  })
  @PreAuthorize("permitAll()")
  String page() {
    return "forward:/index.html";
  }
}
