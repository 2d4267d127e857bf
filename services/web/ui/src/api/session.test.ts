import { beforeEach, describe, expect, it, vi } from "vitest";

const answer = (status: number, json: unknown) => new Response(JSON.stringify(json), { status });
const fetched = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>();
let session: (typeof import("./session"))["session"];
let askWho: (typeof import("./me"))["askWho"];
let stillOwner: (typeof import("./me"))["stillOwner"];

beforeEach(async () => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
  vi.stubGlobal("document", { cookie: "XSRF-TOKEN=first" });
  vi.resetModules();
  ({ session } = await import("./session"));
  ({ askWho, stillOwner } = await import("./me"));
});

const signedInAs = async (subject: string) => {
  fetched.mockResolvedValueOnce(answer(200, { subject }));
  await askWho();
};
const refused = async (type: string) => {
  fetched.mockResolvedValueOnce(answer(401, { type: `urn:pris:problem:${type}` }));
  await askWho().catch(() => undefined);
};

describe("the session of a page", () => {
  it("ends with the first answer that says so, and goes on once the same person has signed in", async () => {
    await signedInAs("anne");
    await refused("unauthenticated");
    expect(session.standing()).toBe("ended");
    await signedInAs("anne");
    expect(session.standing()).toBe("here");
  });

  it("remembers why it ended, whatever later answers know", async () => {
    await signedInAs("anne");
    await refused("signed-out");
    await refused("unauthenticated");
    expect(session.standing()).toBe("elsewhere");
  });

  it("sends nothing more once somebody else has signed in, even if the first person comes back", async () => {
    await signedInAs("anne");
    await signedInAs("paul");
    await signedInAs("anne");
    await expect(stillOwner()).rejects.toMatchObject({ type: "other-person" });
  });
});

describe("before anything is sent", () => {
  it("nobody is asked while no one has signed in since", async () => {
    await signedInAs("anne");
    await stillOwner();
    expect(fetched).toHaveBeenCalledOnce();
  });

  it("a sign-in in another tab is noticed by its token: the same person goes on, another does not", async () => {
    await signedInAs("anne");
    vi.stubGlobal("document", { cookie: "XSRF-TOKEN=second" });
    fetched.mockResolvedValueOnce(answer(200, { subject: "anne" }));
    await stillOwner();
    await stillOwner();
    expect(fetched).toHaveBeenCalledTimes(2);
    vi.stubGlobal("document", { cookie: "XSRF-TOKEN=third" });
    fetched.mockResolvedValueOnce(answer(200, { subject: "paul" }));
    await expect(stillOwner()).rejects.toMatchObject({ type: "other-person" });
  });
});
