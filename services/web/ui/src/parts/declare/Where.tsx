import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useEstablishment, useEstablishments, useOwnEstablishments } from "../../api/establishments";
import type { Establishment } from "../../api/establishments";
import { Failed, Loading } from "../../kit/Waiting";
import { useWords } from "../../words/useWords";
import { OneOf } from "./Choices";
import classes from "./Form.module.css";
import ownClasses from "./Where.module.css";

interface WhereProps {
  labelledby: string;
  value: string | null;
  onChange: (finess: string | null) => void;
}

const FEW = 8;

function usePlace() {
  const { t } = useWords();
  return ({ commune, department, finess }: Establishment) =>
    t("declare.form.where.finess", { commune: commune ?? "", department, finess: finess.replace(/(\d{3})(?=\d)/g, "$1\u00a0") });
}

/** The person's own sites; a single one is taken without asking. */
export function OwnWhere({ labelledby, value, onChange, prefill }: WhereProps & { prefill: (finess: string) => void }) {
  const place = usePlace();
  const { t } = useWords();
  const own = useOwnEstablishments();
  const sites = own.data ?? [];
  const only = sites.length === 1 ? sites[0] : undefined;
  useEffect(() => {
    if (only && value === null) prefill(only.finess);
  }, [only, value, prefill]);
  if (own.isError && !own.data) return <Failed error={own.error} retry={() => void own.refetch()} />;
  if (own.isPending) return <Loading />;
  if (sites.length === 0) return <p className={classes.small}>{t("declare.form.where.none")}</p>;
  if (only) return <Site site={only} />;
  if (sites.length <= FEW) {
    return (
      <OneOf
        labelledby={labelledby}
        value={value}
        onChange={onChange}
        options={sites.map((site) => ({ value: site.finess, label: site.name, hint: place(site) }))}
      />
    );
  }
  return (
    <Select
      id="establishment"
      aria-labelledby={labelledby}
      searchable
      clearable
      placeholder={t("declare.form.where.search")}
      nothingFoundMessage={t("declare.form.where.none")}
      value={value}
      onChange={onChange}
      data={sites.map((site) => ({ value: site.finess, label: `${site.name}, ${place(site)}` }))}
    />
  );
}

function Site({ site, onChange }: { site: Establishment; onChange?: () => void }) {
  const place = usePlace();
  const { t } = useWords();
  return (
    <div className={ownClasses.site}>
      <span>
        <b>{site.name}</b>
        <span className={ownClasses.sub}>{place(site)}</span>
      </span>
      {onChange && (
        <Button variant="default" onClick={onChange}>
          {t("declare.form.where.change")}
        </Button>
      )}
    </div>
  );
}

/** Any site of the registry, by name, town or number. */
export function AnyWhere({ labelledby, value, onChange }: WhereProps) {
  const place = usePlace();
  const { t, problem } = useWords();
  const [typed, type] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const found = useEstablishments(asked);
  const chosen = useEstablishment(value);
  if (value !== null && chosen.data) return <Site site={chosen.data} onChange={() => onChange(null)} />;
  return (
    <Select
      id="establishment"
      aria-labelledby={labelledby}
      searchable
      placeholder={t("declare.form.where.search")}
      nothingFoundMessage={
        asked.length < 2 ? t("declare.form.where.type") : found.isFetching ? t("kit.loading") : t("declare.form.where.none")
      }
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={type}
      value={value}
      onChange={onChange}
      data={(found.data?.items ?? []).map((site) => ({ value: site.finess, label: `${site.name}, ${place(site)}` }))}
      error={found.isError && problem(found.error)}
    />
  );
}
