// Reads a location that a reader shares: it becomes the time zone and the nearest city known in it, and is not kept.
import { zoneAt } from "../digest/zoneAt.ts";
import { nearestCity } from "../schedule/prayerPlaces.ts";
import type { Reply, Request } from "./command.ts";
import type { Dialogues } from "./dialogues.ts";
import type { ScreenNeeds } from "./settings/screen.ts";
import { wayBack } from "./settings/screen.ts";
import { saveZone } from "./settings/zone.ts";
import { moveTo } from "./start/begin.ts";

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export type Located = (request: Request, point: Point) => Promise<readonly Reply[]>;

export type LocatedNeeds = ScreenNeeds & {
  readonly dialogues: Pick<Dialogues, "begin" | "forget" | "current">;
};

/** In groups a location means something only to who was asked for a city: everyone else's gets no answer. */
export function createLocated(needs: LocatedNeeds): Located {
  return async (request, { latitude, longitude }) => {
    const { reader, actor, voice } = request;
    const dialogue = await needs.dialogues.current(reader.number, actor.user);
    const isAsked = dialogue?.kind === "zone" || dialogue?.kind === "begin-city";
    if (!isAsked && reader.subscriber.kind !== "private") return [];
    const zone = zoneAt(latitude, longitude);
    if (zone === undefined) {
      const html = needs.messages.say(voice, "zone-at-sea");
      return [{ html, keyboard: [wayBack(needs.messages, voice, "zone:")] }];
    }
    const home = { zone, city: nearestCity(zone, latitude, longitude) };
    if (dialogue?.kind === "begin-city") return [await moveTo(needs, request, home, dialogue.data)];
    return [await saveZone(needs, request, home)];
  };
}
