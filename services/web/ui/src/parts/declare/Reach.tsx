import { NativeSelect, TextInput } from "@mantine/core";
import { useEffect } from "react";
import { useWords } from "../../words/useWords";
import { FUNCTIONS } from "./codes";
import type { Asked } from "./DeclarationForm";
import classes from "./Reach.module.css";
import { loadPlans } from "./phones";

const errorFirst = ["label", "description", "error", "input"] as const;

/** Without the plans a number is sent as it was typed. */
const plans = () => void loadPlans().catch(() => undefined);

/** Who declares, and how to reach them without the hospital's own systems. One way is enough. */
export function Reach({ draft, answer, behalf, wrong }: Asked) {
  const { t } = useWords();
  const order = [...errorFirst];
  const known = draft.phone !== "";
  useEffect(() => {
    if (known) plans();
  }, [known]);
  return (
    <div className={classes.two}>
      <TextInput
        id="name"
        autoComplete={behalf ? "off" : "name"}
        withAsterisk={behalf}
        required={behalf}
        label={t(behalf ? "declare.form.name.behalf" : "declare.form.name")}
        value={draft.name}
        onChange={(e) => answer({ name: e.currentTarget.value })}
        error={wrong("name")}
        inputWrapperOrder={order}
      />
      <NativeSelect
        label={t(behalf ? "declare.form.function.behalf" : "declare.form.function")}
        value={draft.function ?? ""}
        onChange={(e) => answer({ function: e.currentTarget.value || null })}
        data={[
          { value: "", label: t("declare.form.function.none") },
          ...FUNCTIONS.map((value) => ({ value, label: t(`declare.form.function.${value}`) })),
        ]}
      />
      <TextInput
        id="phone"
        type="tel"
        inputMode="tel"
        autoComplete={behalf ? "off" : "tel"}
        label={t(behalf ? "declare.form.phone.behalf" : "declare.form.phone")}
        description={t("declare.form.phone.hint")}
        value={draft.phone}
        onFocus={plans}
        onChange={(e) => answer({ phone: e.currentTarget.value })}
        error={wrong("phone")}
        inputWrapperOrder={order}
      />
      <TextInput
        id="outOfBandContact"
        autoComplete="off"
        label={t("declare.form.band")}
        description={t("declare.form.band.hint")}
        value={draft.outOfBandContact}
        onChange={(e) => answer({ outOfBandContact: e.currentTarget.value })}
        error={wrong("outOfBandContact")}
        inputWrapperOrder={order}
      />
      <TextInput
        id="email"
        type="email"
        inputMode="email"
        autoComplete={behalf ? "off" : "email"}
        label={t("declare.form.email")}
        value={draft.email}
        onChange={(e) => answer({ email: e.currentTarget.value })}
        error={wrong("email")}
        inputWrapperOrder={order}
      />
    </div>
  );
}
