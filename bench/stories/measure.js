// Puts a stream of articles together again and compares the stories with the events that were told.

/** B-cubed (A. Bagga and B. Baldwin 1998) of two groupings of the same items: precision, recall and F1, 0 to 1. */
export function bCubed(items) {
  const found = groups(items, ({ story }) => story);
  const true_ = groups(items, ({ event }) => event);
  let [precision, recall] = [0, 0];
  for (const item of items) {
    const [mine, right] = [found.get(item.story), true_.get(item.event)];
    const both = mine.filter((other) => other.event === item.event).length;
    precision += both / mine.length;
    recall += both / right.length;
  }
  precision /= items.length;
  recall /= items.length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function groups(items, keyOf) {
  const grouped = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!grouped.has(key)) grouped.set(key, []);
    grouped.get(key).push(item);
  }
  return grouped;
}

/**
 * Takes the articles one by one, as they arrive. `merges` are the articles that joined an article of another event; `told` is
 * the measure over the articles of told events alone, `all` with the distractors.
 */
export function group(articles, { createStoryIndex, toPrint }) {
  const index = createStoryIndex();
  const items = [];
  const merges = [];
  for (const article of articles) {
    const print = toPrint(article);
    const match = index.find(print);
    const story = match?.storyId ?? `s${article.id}`;
    if (match !== undefined) {
      const other = articles[match.number - 1];
      if (other.event !== article.event) merges.push({ article, other, match });
    }
    index.add(article.id, story, article.source, print);
    items.push({ story, event: article.event });
  }
  const told = items.filter(({ event }) => !event.startsWith("other"));
  return { all: bCubed(items), told: bCubed(told), merges };
}
