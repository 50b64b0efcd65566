// Updates as Telegram sends them and as nobody should: whole ones, and ones in which something is missing or of another kind.
import fc from "fast-check";

/** JSON that names itself an update, or not even that. */
export type AnyUpdate = Readonly<Record<string, unknown>>;

/** Words of all commands with an argument or two, in Arabic and otherwise; what people write; what breaks things. */
const commands =
  "start subscribe subscribe subscribe settings settings unsubscribe digest latest search article saved topics follow block why pause resume settings time zone quiet language privacy mydata forget help sources feedback channel admin broadcast feeds pin hide edit review".split(
    " ",
  );
const hostileText = fc.constantFrom(
  "",
  "\u0000",
  "\u202e<b>&amp;</b>",
  "<script>alert(1)</script>",
  "{{constructor}}",
  "__proto__",
  "ـ".repeat(3_000), // nothing but tatweel
  "لا".repeat(2_048), // the longest message
  "٧:٠٠ ".repeat(400), // a list of times
  "\ud800",
  "👨‍👩‍👧‍👦".repeat(200),
  "%s%n$(id)`id`",
);
/** What people write where they are asked, and what breaks things. */
export const words = fc.oneof(
  fc.constantFrom("٧ مساءً", "أخبار الاقتصاد", "القاهرة", "07:00 18:30", "3", "آخر الأخبار", "ابحث عن الماء"),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  hostileText,
);
const text = fc.oneof(
  fc
    .tuple(fc.constantFrom(...commands), fc.option(words, { nil: "" }))
    .map(([name, rest]) => `/${name}${rest === "" ? "" : ` ${rest}`}`),
  words,
);

/** Data of buttons: their names with values, right and wrong. */
const buttons =
  "article full save followStory less why more again options search pause leave begin forget do time days zone quiet topic mute follow block length items digits calendar switch language status close shut sources admin".split(
    " ",
  );
const data = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...buttons),
      fc.oneof(
        fc.constantFrom(
          "",
          "1",
          "42",
          "on",
          "off",
          "economy",
          "yes",
          "h.07",
          "s.new.07:00",
          "Africa/Cairo",
          "sun",
        ),
        fc.string({ maxLength: 40 }),
      ),
    )
    .map(([name, value]) => `${name}:${value}`),
  fc.string({ unit: "binary", maxLength: 64 }),
);

const messageId = fc.integer({ min: 1, max: 2_000_000 });

export function entitiesOf(text: string): readonly object[] {
  const command = /^\/[a-z]+/.exec(text)?.[0];
  return command === undefined ? [] : [{ type: "bot_command", offset: 0, length: command.length }];
}

const member = (status: string) => ({ status, user: { id: 7, is_bot: true, first_name: "x" } });

/** The id of the first of the crowd. */
export const firstPerson = 10_001;

/** What an update may bring, whole and in Telegram's shape, from so many people and a tenth as many groups. */
function wholeUpdate(crowd: number): fc.Arbitrary<AnyUpdate> {
  const people = fc.integer({ min: firstPerson, max: firstPerson + crowd - 1 });
  const groups = fc.integer({ min: -1_000_000_010_000 - Math.ceil(crowd / 10), max: -1_000_000_010_001 });
  const person = people.map((id) => ({ id, is_bot: false, first_name: "قارئ", language_code: "ar" }));
  const chatOf = fc.oneof(
    { weight: 5, arbitrary: people.map((id) => ({ id, type: "private", first_name: "قارئ" })) },
    { weight: 1, arbitrary: groups.map((id) => ({ id, type: "supergroup", title: "مجموعة" })) },
  );
  /** In a private chat the person and the chat are one. */
  const place = fc
    .tuple(chatOf, person)
    .map(([chat, from]) => ({ chat, from: chat.type === "private" ? { ...from, id: chat.id } : from }));

  const message = fc
    .record({
      place,
      message_id: messageId,
      date: fc.integer({ min: 0, max: 2_000_000_000 }),
      content: fc.oneof(
        { weight: 6, arbitrary: text.map((text) => ({ text, entities: entitiesOf(text) })) },
        {
          weight: 1,
          arbitrary: fc
            .record({
              latitude: fc.double({ min: -90, max: 90, noNaN: true }),
              longitude: fc.double({ min: -180, max: 180, noNaN: true }),
            })
            .map((location) => ({ location })),
        },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            { photo: [] },
            { sticker: { file_id: "x" } },
            { new_chat_members: [] },
            { migrate_to_chat_id: -1_000_000_099_999 },
            { forward_origin: { type: "channel" }, text: "/start" },
            { left_chat_member: { id: 7, is_bot: true, first_name: "x" } },
          ),
        },
      ),
      thread: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
    })
    .map(({ place, content, thread, ...rest }) => ({
      ...rest,
      ...place,
      ...content,
      ...(thread !== undefined &&
        place.chat.type !== "private" && { message_thread_id: thread, is_topic_message: true }),
    }));

  return fc.oneof(
    { weight: 6, arbitrary: message.map((message) => ({ message })) },
    { weight: 1, arbitrary: message.map((channel_post) => ({ channel_post })) },
    { weight: 1, arbitrary: message.map((edited_message) => ({ edited_message })) },
    {
      weight: 5,
      arbitrary: fc
        .record({ place, message_id: messageId, id: fc.uuid(), data })
        .map(({ place, message_id, id, data }) => ({
          callback_query: {
            id,
            from: place.from,
            chat_instance: "1",
            data,
            message: { message_id, date: 1, chat: place.chat, text: "قائمة" },
          },
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ id: fc.uuid(), from: person, query: words, offset: fc.constantFrom("", "10", "x") })
        .map((inline_query) => ({ inline_query })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          place,
          from: fc.constantFrom("member", "left", "kicked"),
          to: fc.constantFrom("member", "kicked", "administrator", "restricted"),
        })
        .map(({ place, from, to }) => ({
          my_chat_member: { ...place, date: 1, old_chat_member: member(from), new_chat_member: member(to) },
        })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        {},
        { poll: { id: "1" } },
        { of_a_later_day: { chat: { id: firstPerson } } },
      ),
    },
  );
}

/** What a field may turn into. */
const other: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e300, 2 ** 53, "", [], {}, [[]], { length: -1 }, "\u0000"),
  fc.jsonValue({ maxDepth: 3 }),
  hostileText,
);

/** One to three fields, anywhere inside, are taken out or turned into something else. */
function mutated(whole: fc.Arbitrary<AnyUpdate>): fc.Arbitrary<AnyUpdate> {
  const change = fc.tuple(fc.nat(), fc.option(other, { nil: undefined }));
  return fc.tuple(whole, fc.array(change, { minLength: 1, maxLength: 3 })).map(([update, changes]) => {
    const copy = structuredClone(update) as Record<string, unknown>;
    for (const [where, value] of changes) {
      const places = placesIn(copy);
      const place = places[where % Math.max(1, places.length)];
      if (place === undefined) break;
      if (value === undefined) delete place.holder[place.name];
      else place.holder[place.name] = structuredClone(value);
    }
    return copy;
  });
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}

/** Of a crowd of so many people: a person who asks too often is held back. */
export function anyUpdate(crowd: number): fc.Arbitrary<AnyUpdate> {
  const whole = wholeUpdate(crowd);
  return fc.oneof({ weight: 3, arbitrary: whole }, { weight: 2, arbitrary: mutated(whole) });
}
