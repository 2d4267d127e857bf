import type act from "./act.fr.json";
import type theCase from "./case.fr.json";
import type board from "./board.fr.json";
import type reason from "./reason.fr.json";
import type app from "./app.fr.json";
import type declare from "./declare.fr.json";
import type form from "./declare.form.fr.json";
import type paste from "./declare.paste.fr.json";
import type kit from "./kit.fr.json";
import type own from "./own.fr.json";
import type reads from "./reads.fr.json";
import type region from "./region.fr.json";
import type task from "./task.fr.json";
import type timeline from "./timeline.fr.json";
import type webhooks from "./webhooks.fr.json";

/** Every key of the message files: a misspelt one does not compile, a template is checked for each of its values. */
export type Key =
  | keyof typeof app
  | keyof typeof declare
  | keyof typeof form
  | keyof typeof paste
  | keyof typeof kit
  | keyof typeof own
  | keyof typeof act
  | keyof typeof board
  | keyof typeof theCase
  | keyof typeof reason
  | keyof typeof reads
  | keyof typeof region
  | keyof typeof task
  | keyof typeof timeline
  | keyof typeof webhooks;
