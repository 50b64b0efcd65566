// The npm extractive summarisers that npm run bench compares with, each handed the same sentences.
import { startInstalled } from "./installed.js";

/**
 * Resolves to `{ peers: [{ name, version, summarize(article, count) }], missing: [{ name, reason }] }`.
 * An article is `{ title?, text, sentences }`, no sentence blank; the chosen ones come in the article's order.
 */
export async function loadPeers() {
  const { started, missing } = await startInstalled([
    { name: "lexrank.js", start: lexrankJs },
    { name: "ts-textrank", start: tsTextrank },
    { name: "node-summarizer", start: nodeSummarizer },
    { name: "sum", start: sum },
  ]);
  return { peers: started, missing };
}

/** Its own splitter finds no Arabic sentence end, but a line is a paragraph to it: one sentence a line. */
async function lexrankJs() {
  const { default: lexrank } = await import("lexrank.js");
  const summarize = ({ sentences }, count) => {
    const lines = sentences.map((sentence) => sentence.replace(/\s+/g, " "));
    const weights = lexrank(lines.join("\n")).map((parts) => Math.max(...parts.map(({ weight }) => weight)));
    const ranked = [...sentences.keys()].sort((a, b) => weights[b] - weights[a]);
    return inOrder(sentences, ranked, count);
  };
  return { summarize };
}

/** With its own list of Arabic stop words; only its splitter is replaced. */
async function tsTextrank() {
  const { default: textrank } = await import("ts-textrank");
  const {
    AbsoluteSummarizerConfig,
    DefaultTextParser,
    NullLogger,
    SorensenDiceSimilarity,
    Summarizer,
    Text,
  } = textrank;

  class GivenSentences extends DefaultTextParser {
    constructor(sentences) {
      super();
      this.sentences = sentences;
    }

    parse(text, language) {
      const parsed = this.sentences.map((sentence, i) => this.buildSentence(sentence, language, i));
      return new Text(text, parsed);
    }
  }

  const damping = 0.85;
  const summarize = ({ text, sentences }, count) => {
    const parser = new GivenSentences(sentences);
    const similarity = new SorensenDiceSimilarity();
    const order = Summarizer.SORT_OCCURENCE;
    const config = new AbsoluteSummarizerConfig(count, similarity, parser, damping, order);
    return new Summarizer(config, new NullLogger()).summarize(text, "ar");
  };
  return { summarize };
}

/** By word frequency: its TextRank looks nouns up in the English WordNet and finds none in Arabic. */
async function nodeSummarizer() {
  const { default: summarizer } = await import("node-summarizer/src/Summarizer.js");
  const summarize = ({ text, sentences }, count) => {
    const run = new summarizer.Summarizer(text, count);
    run.preprocesser.paragraphToSentences = () => [...sentences];
    const { sentence_list: cleaned, sorted_sentences: sorted } = run.summarizeByFrequency();
    const ranked = sorted.map(([, sentence]) => cleaned.indexOf(sentence));
    return inOrder(sentences, ranked, count);
  };
  return { summarize };
}

/**
 * It splits at these four marks and nowhere else, so the full stops put between the sentences are the only ones.
 * A Latin word that is a key of every object (`constructor`) makes it choose nothing: that is not in the article.
 */
async function sum() {
  const { default: choose } = await import("sum");
  const summarize = ({ sentences }, count) => {
    const unmarked = sentences.map((sentence) => sentence.replace(/[.!?;]/g, " "));
    const chosen = choose({ corpus: unmarked.join("."), nSentences: count }).sentences;
    const ranked = chosen.map((sentence) => unmarked.indexOf(sentence)).filter((index) => index !== -1);
    return inOrder(sentences, ranked, count);
  };
  return { summarize };
}

/** The first `count` of the ranked sentences, a repeated one once, as they follow each other in the article. */
function inOrder(sentences, ranked, count) {
  const chosen = [...new Set(ranked)].slice(0, count);
  return chosen.sort((a, b) => a - b).map((index) => sentences[index]);
}
