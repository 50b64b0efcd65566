// getMe, getUpdates and the webhook.
import { ApiError, badRequest } from "../apiError.ts";
import { type Method, type Params, readFlag, readJson, readNumber, readText } from "../method.ts";
import { botUser } from "../render.ts";
import type { World } from "../world.ts";

export const getMe: Method = (world) => ({
  ...botUser(world),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
});

export const getUpdates: Method = (world, params) => {
  if (world.webhookUrl !== "") {
    throw new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  readKinds(world, params);
  const limit = Math.min(Math.max(readNumber(params, "limit", 100), 1), 100);
  const seconds = Math.min(Math.max(readNumber(params, "timeout", 0), 0), 50);
  return world.updates.get(readNumber(params, "offset", 0), limit, seconds * 1000);
};

/** Kinds once asked for stay asked for; an empty list is all of them. */
function readKinds(world: World, params: Params): void {
  const kinds = readJson(params, "allowed_updates");
  if (Array.isArray(kinds)) world.updates.allow(kinds.map(String));
}

export const deleteWebhook: Method = (world, params) => {
  if (readFlag(params, "drop_pending_updates")) world.updates.drop();
  world.webhookUrl = "";
  return true;
};

/** The address is only remembered: the playground calls nobody. */
export const getWebhookInfo: Method = (world) => ({
  url: world.webhookUrl,
  has_custom_certificate: false,
  pending_update_count: world.updates.pending,
});

export const setWebhook: Method = (world, params) => {
  const url = readText(params, "url");
  if (url !== "" && !/^https:\/\//i.test(url)) {
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  }
  readKinds(world, params);
  if (readFlag(params, "drop_pending_updates")) world.updates.drop();
  world.webhookUrl = url;
  return true;
};
