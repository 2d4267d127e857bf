<#macro content>
<div class="pris-foot">
  <#if properties.prisEmergencyPhone?has_content>
    <p class="pris-call">${msg("prisNoAccess")}
      <a href="tel:${properties.prisEmergencyPhone?replace(" ", "")}">${msg("prisCall", properties.prisEmergencyPhone)}</a>
    </p>
  </#if>
  <p>${msg("prisLost")}</p>
</div>
</#macro>
