import { IconMail, IconPhone } from "@tabler/icons-react";
import { spokenNumber, telHref } from "./phone";

/** What looks like an address and nothing else. */
const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}$/;

/** The link that reaches somebody: their number or their address; none of words. */
export function hrefOf(way: string): string | undefined {
  const text = way.trim();
  return MAIL.test(text) ? `mailto:${encodeURIComponent(text).replaceAll("%40", "@")}` : telHref(text);
}

/** A way to reach somebody, as a link where it is a number or an address, else in the words in which it was given. */
export function Way({ way }: { way: string }) {
  const href = hrefOf(way);
  if (!href) return <span>{way}</span>;
  const Icon = href.startsWith("tel:") ? IconPhone : IconMail;
  return (
    <a href={href}>
      <Icon size={15} stroke={1.9} aria-hidden />
      <span>{href.startsWith("tel:") ? spokenNumber(way) : way.trim()}</span>
    </a>
  );
}
