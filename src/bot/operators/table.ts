// The operators' commands, buttons and dialogues: rows of the bot's tables that only ADMIN_IDS can reach.
import type { Action, Command, Typed } from "../command.ts";
import { type AdminNeeds, createAdmin, createAdminAction } from "./admin.ts";
import { type AnswerNeeds, createAnswer, createTypedAnswer } from "./answer.ts";
import {
  type BroadcastNeeds,
  createBroadcastAction,
  createBroadcastCommand,
  createTypedBroadcast,
} from "./broadcast.ts";
import {
  createEdit,
  createEditingAction,
  createHide,
  createPin,
  createTypedSummary,
  type EditingNeeds,
} from "./editing.ts";
import { createFeedsAction, createFeedsCommand, createTypedFeed, type FeedsNeeds } from "./feeds.ts";
import { createReviewAction, createReviewCommand, type ReviewScreenNeeds } from "./review.ts";

export type OperatorNeeds = AdminNeeds &
  BroadcastNeeds &
  FeedsNeeds &
  EditingNeeds &
  AnswerNeeds &
  ReviewScreenNeeds;

/** In the order of the operators' own menu. */
export function createOperatorCommands(needs: OperatorNeeds): readonly Command[] {
  return [
    createAdmin(needs),
    createBroadcastCommand(needs),
    createFeedsCommand(needs),
    createPin(needs),
    createHide(needs),
    createEdit(needs),
    createReviewCommand(needs),
  ];
}

export function createOperatorActions(needs: OperatorNeeds): readonly Action[] {
  return [
    createAdminAction(needs),
    createBroadcastAction(needs),
    createFeedsAction(needs),
    createEditingAction(needs),
    createAnswer(needs),
    createReviewAction(needs),
  ];
}

export function createOperatorTyped(needs: OperatorNeeds): readonly Typed[] {
  return [
    createTypedBroadcast(needs),
    createTypedFeed(needs),
    createTypedSummary(needs),
    createTypedAnswer(needs),
  ];
}
