import { describe, expect, it } from "vitest";
import { chainText, heldOutside } from "./heldOutside";

const since = "2026-11-25T02:00:00Z";

describe("what is held outside of a timeline", () => {
  it("is nothing before the ARS has accepted an anchor", () => {
    expect(heldOutside({ heldOutside: null }).key).toBe("timeline.chain.held.none");
  });

  it("reaches up to a line, since a moment", () => {
    expect(heldOutside({ heldOutside: { seq: 7, since, differsAt: null } })).toEqual({ key: "timeline.chain.held.at", n: 7, since });
  });

  it("names the first line that differs", () => {
    const held = heldOutside({ heldOutside: { seq: 7, since, differsAt: 4 } });
    expect(held).toEqual({ key: "timeline.chain.held.differs", n: 4, since });
  });

  it("is why people are warned where the lines agree with one another", () => {
    expect(chainText({ valid: false, fault: "COPY_DIFFERS" })).toBe("timeline.chain.held.differs.explain");
    expect(chainText({ valid: false, fault: "ALTERED" })).toBe("timeline.chain.broken.explain");
    expect(chainText({ valid: true, fault: null })).toBe("timeline.chain.explain");
  });
});
