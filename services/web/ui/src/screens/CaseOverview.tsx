import { useMediaQuery } from "@mantine/hooks";
import type { WholeCase } from "../api/responder";
import { Affected } from "../parts/case/Affected";
import { CareImpact } from "../parts/case/CareImpact";
import { DeclaredFacts } from "../parts/case/DeclaredFacts";
import { FirstHour } from "../parts/case/FirstHour";
import { NextSteps } from "../parts/case/NextSteps";
import { Reach } from "../parts/case/Reach";
import { ResponderCase } from "../parts/case/ResponderCase";
import { Situation } from "../parts/case/Situation";
import { Standing } from "../parts/case/Standing";
import { DataImpact, Systems } from "../parts/case/Systems";
import classes from "./CaseOverview.module.css";

/** The case in ten seconds. Left: what happened and how bad. Right: what to do, whom to call. On a phone: situation, do now, contacts, the rest. */
export function CaseOverview({ id }: { id: string }) {
  return (
    <ResponderCase id={id} tab="overview">
      {(c) => <Overview c={c} />}
    </ResponderCase>
  );
}

function Overview({ c }: { c: WholeCase }) {
  const narrow = useMediaQuery("(max-width: 860px)", undefined, { getInitialValueInEffect: false }) ?? false;
  const rest = (
    <>
      <CareImpact c={c} />
      <Affected c={c} />
      <Systems c={c} />
      <DataImpact c={c} />
    </>
  );
  const urgent = (
    <>
      <NextSteps c={c} />
      <FirstHour c={c} />
      <Reach c={c} />
    </>
  );
  const papers = (
    <>
      <DeclaredFacts c={c} />
      <Standing c={c} />
    </>
  );
  if (narrow) {
    return (
      <div className={classes.page}>
        <Situation c={c} />
        {urgent}
        {rest}
        {papers}
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <Situation c={c} />
        {rest}
      </div>
      <div className={classes.side}>
        {urgent}
        {papers}
      </div>
    </div>
  );
}
