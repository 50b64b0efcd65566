// The place of a reader among those who are due in one instant: it turns from day to day, so that no one is always last.

/**
 * A reader's place among those of a slot, 0 (first) up to but not 1, by the reader's number and the slot's day. Multiples of
 * an irrational number fill the circle evenly (Weyl): √2 keeps readers apart, and the golden ratio moves everyone by
 * 0.618 of the circle each day, so that over any few days each reader's mean place is the middle. Kept to six digits,
 * which a score of epoch seconds holds exactly enough to be told from the next second.
 */
export function placeOf(member: number, slot: number): number {
  const turn = member * Math.SQRT2 + Math.floor(slot / 86_400) * goldenRatio;
  return Math.floor((turn % 1) * 1e6) / 1e6;
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * The same in Lua, for the scripts that write scores: `score(member, slot)`, as text. The slot is the score's whole part:
 * nobody is due before it, and who is due at it stands in the order of these places.
 */
export const scoreLua = `
local function score(member, slot)
  local turn = tonumber(member) * ${Math.SQRT2} + math.floor(tonumber(slot) / 86400) * ${goldenRatio}
  return string.format("%.6f", math.floor(tonumber(slot)) + math.floor((turn % 1) * 1e6) / 1e6)
end
`;
