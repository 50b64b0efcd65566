// Who gets into the dashboard, and which forms it takes.
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { html } from "../../../src/web/dashboard/html.ts";
import type { Panel } from "../../../src/web/dashboard/panel.ts";
import type { TestHouse } from "../../house.ts";
import { ask, cookieOf, openFrame, openTestHouse, post, type Stand } from "./stand.ts";

const token = "a-token-of-the-test";
let stage: TestHouse;
let open: Stand;
let closed: Stand;
let second: Stand;
const done: string[] = [];

const panel: Panel = {
  id: "trial",
  page: "figures",
  title: "dash-name",
  render: async () => html`<p>inside</p>`,
  actions: {
    async note(form) {
      done.push(form.get("word") ?? "");
      return { kind: "done", message: "dash-login-hint", values: { name: "<b>&" } };
    },
    async break() {
      throw new Error("of the test");
    },
  },
};

beforeAll(async () => {
  stage = await openTestHouse();
  open = await openFrame(stage, [panel]);
  closed = await openFrame(stage, [panel], { token, publicUrl: "https://news.example" });
  second = await openFrame(stage, [panel], { token });
});
afterAll(async () => {
  await Promise.all([open, closed, second].map((stand) => stand?.close()));
  await stage?.close();
});

/** A request whose headers fetch would not let us write. */
function raw(address: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${address}/dashboard`, { headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.once("error", reject);
    asked.end();
  });
}

describe("without DASHBOARD_TOKEN", () => {
  it("opens on its own machine, under a policy that lets nothing of others run", async () => {
    const page = await ask(`${open.address}/dashboard`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("<p>inside</p>");
    expect(page.headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(page.headers.get("cache-control")).toBe("no-store");
  });

  it.each([
    ["under a foreign name, as DNS rebinding leads here", { host: "evil.example" }],
    ["through a proxy", { "x-forwarded-for": "203.0.113.9" }],
    ["through a proxy of another make", { forwarded: "for=203.0.113.9" }],
    ["through a proxy that only says so", { via: "1.1 front" }],
  ])("does not open %s, and says what to set", async (_how, headers) => {
    const { status, text } = await raw(open.address, headers);
    expect(status).toBe(403);
    expect(text).toContain("DASHBOARD_TOKEN");
    expect(text).not.toContain("inside");
  });

  it("shows events to nobody from elsewhere either", async () => {
    const { status } = await ask(`${open.address}/dashboard/events?page=figures`, {
      headers: { "x-real-ip": "203.0.113.9" },
    });
    expect(status).toBe(403);
  });
});

describe("with DASHBOARD_TOKEN", () => {
  const login = (stand: Stand, given: string) => post(`${stand.address}/dashboard/login`, { token: given });

  it("leads to the login page, also from its own machine", async () => {
    for (const path of ["", "/", "/sources", "/desk"]) {
      const page = await ask(`${closed.address}/dashboard${path}`);
      expect([page.status, page.headers.get("location")]).toEqual([303, "/dashboard/login"]);
    }
    const page = await ask(`${closed.address}/dashboard/login`);
    expect([page.status, page.text.includes('name="token"')]).toEqual([200, true]);
    expect((await ask(`${closed.address}/dashboard/events?page=figures`)).status).toBe(401);
    expect((await post(`${closed.address}/dashboard/do/trial/note`, { word: "no" })).status).toBe(303);
    expect(done).not.toContain("no");
  });

  it("takes a link from elsewhere through a page of its own, from where the cookie comes along", async () => {
    const page = await ask(`${closed.address}/dashboard`, { headers: { "sec-fetch-site": "cross-site" } });
    expect([page.status, page.headers.get("refresh")]).toEqual([200, "0; url=/dashboard/login"]);
  });

  it("opens for the right token, with a cookie that no script reads and no other site sends", async () => {
    const wrong = await login(closed, `${token}x`);
    expect([wrong.status, wrong.cookies]).toEqual([403, []]);
    const right = await login(closed, ` ${token} `);
    expect([right.status, right.headers.get("location")]).toEqual([303, "/dashboard"]);
    expect(right.cookies[0]).toMatch(
      /^mujaz-session=[\w-]{43}; Path=\/dashboard; Max-Age=604800; HttpOnly; SameSite=Strict; Secure$/,
    );
    const plain = await login(second, token);
    expect(plain.cookies[0]).toMatch(/SameSite=Strict$/);
    const page = await ask(`${closed.address}/dashboard`, {
      headers: { cookie: cookieOf(right, "mujaz-session") },
    });
    expect(page.text).toContain("<p>inside</p>");
  });

  it("knows a session in every web process, until it is left in one of them", async () => {
    const cookie = cookieOf(await login(closed, token), "mujaz-session");
    const see = async (stand: Stand) =>
      (await ask(`${stand.address}/dashboard`, { headers: { cookie } })).status;
    expect(await see(second)).toBe(200);
    const left = await post(`${second.address}/dashboard/logout`, {}, { cookie });
    expect(left.cookies[0]).toMatch(/^mujaz-session=; .*Max-Age=0/);
    expect([await see(closed), await see(second)]).toEqual([303, 303]);
  });

  it("keeps nothing in Redis that opens it, and opens no session of another token", async () => {
    const cookie = cookieOf(await login(closed, token), "mujaz-session");
    const id = cookie.split("=")[1] ?? "";
    const keys = await stage.house.main.keys("*dashboard:session:*");
    const stored = [...keys, ...(await stage.house.main.mget(...keys))].join(" ");
    expect(keys.length).toBeGreaterThan(0);
    expect(stored).not.toContain(id);
    expect(stored).not.toContain(token);
    expect(await stage.house.main.ttl(keys[0] ?? "")).toBeGreaterThan(604_000);
    const other = await openFrame(stage, [panel], { token: "another" });
    expect((await ask(`${other.address}/dashboard`, { headers: { cookie } })).status).toBe(303);
    await other.close();
  });

  it("makes who tries many tokens wait, in all web processes together", async () => {
    await stage.house.main.del(await triesKey());
    for (let tries = 0; tries < 5; tries += 1)
      expect([(await login(closed, "x")).status, (await login(second, "y")).status]).toEqual([403, 403]);
    const refused = await login(second, token);
    expect([refused.status, refused.headers.get("retry-after"), refused.cookies]).toEqual([429, "60", []]);
    const key = await triesKey();
    expect(await stage.house.main.ttl(key)).toBeGreaterThan(0);
    await stage.house.main.del(key);
    expect((await login(second, token)).status).toBe(303);
  });
  const triesKey = async () => (await stage.house.main.keys("*dashboard:tries:*"))[0] ?? "none";
});

describe("a form", () => {
  const send = (headers: Record<string, string | null>) =>
    post(`${open.address}/dashboard/do/trial/note`, { word: JSON.stringify(headers) }, headers);

  it.each<[string, Record<string, string | null>]>([
    ["of another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["of another port of this machine", { origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" }],
    [
      "of another origin in a browser that says no more",
      { origin: "https://evil.example", "sec-fetch-site": null },
    ],
    ["that hides where it comes from", { origin: "null", "sec-fetch-site": null }],
    ["that somebody typed", { "sec-fetch-site": "none" }],
    ["without any word of where it comes from", { origin: null, "sec-fetch-site": null }],
  ])("%s is refused and does nothing", async (_whose, headers) => {
    expect((await send(headers)).status).toBe(403);
    expect(done).not.toContain(JSON.stringify(headers));
  });

  it("of a browser that names the origin alone is taken from the dashboard's own", async () => {
    expect((await send({ "sec-fetch-site": null })).status).toBe(303);
  });

  it("of the page behind a proxy with a name of its own is taken where PUBLIC_URL has that name", async () => {
    const behind = await openFrame(stage, [panel], { publicUrl: "https://news.example" });
    const headers = { origin: "https://news.example" };
    const url = `${behind.address}/dashboard/do/trial/note`;
    expect((await post(url, { word: "behind" }, headers)).status).toBe(303);
    expect(done).toContain("behind");
    await behind.close();
  });

  it("is answered by the way back to its page and question, with a notice that is shown once and escaped", async () => {
    const answer = await post(`${open.address}/dashboard/do/trial/note`, { word: "x", back: "q=<1>&page=2" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/dashboard?q=%3C1%3E&page=2#panel-trial");
    const headers = { cookie: cookieOf(answer, "mujaz-notice") };
    const page = await ask(`${open.address}/dashboard`, { headers });
    expect(page.text).toContain("&lt;b&gt;&amp;");
    expect(page.text).not.toContain("<b>&");
    expect(page.cookies[0]).toMatch(/^mujaz-notice=; .*Max-Age=0/);
  });

  it("whose action fails says so; one that nobody knows is not found", async () => {
    const failed = await post(`${open.address}/dashboard/do/trial/break`, {});
    const headers = { cookie: cookieOf(failed, "mujaz-notice") };
    expect((await ask(`${open.address}/dashboard?lang=en`, { headers })).text).toContain("Not done");
    for (const path of ["trial/nothing", "nobody/note", "trial/constructor"])
      expect((await post(`${open.address}/dashboard/do/${path}`, {})).status).toBe(404);
  });
});

it("is spoken to in the language of the link, and keeps it", async () => {
  const arabic = await ask(`${open.address}/dashboard`);
  expect(arabic.text).toContain('<html lang="ar" dir="rtl"');
  const english = await ask(`${open.address}/dashboard?lang=en`);
  expect(english.text).toContain('<html lang="en" dir="ltr"');
  const headers = { cookie: cookieOf(english, "mujaz-lang") };
  expect((await ask(`${open.address}/dashboard`, { headers })).text).toContain('lang="en"');
  const unknown = await ask(`${open.address}/dashboard?lang=xx"><script>`, { headers: {} });
  expect(unknown.text).toContain('<html lang="ar"');
  expect(unknown.text).not.toContain("><script>");
});
